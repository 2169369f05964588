package org.tradehall.privacy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.tradehall.parties.model.Customer;
import org.tradehall.replica.service.Reads;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** What is kept of a customer, and forgetting him. */
@Stateless
@Requires(Permission.CUSTOMER_PRIVACY)
public class CustomerPrivacyService {

  @Inject EntityManager em;
  @Inject PersonalTables tables;
  @Inject SettingValues settings;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  public PersonalData export(Long id) {
    find(id);
    deeds.fire(new Deed("customer.export", "Customer", id));
    return new PersonalData(tables.ofCustomer(id));
  }

  /** Until when the law wants the customer's documents kept; empty if he has none so young. */
  @Reads
  public Optional<LocalDate> keptUntil(Long id) {
    find(id);
    return lastDocument(id).map(this::keptUntil).filter(date -> !date.isBefore(today()));
  }

  /**
   * Makes the customer nobody; his documents stay.
   *
   * @throws RefusedException if the law wants the documents kept as they are; names the date
   */
  public void erase(Long id) {
    keptUntil(id)
        .ifPresent(
            date -> {
              throw new RefusedException("privacy.retained", date.toString());
            });
    try (var call = em.unwrap(Connection.class).prepareStatement("select forget_customer(?)")) {
      call.setLong(1, id);
      call.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The customer could not be erased", e);
    }
    deeds.fire(new Deed("customer.erase", "Customer", id));
  }

  private Customer find(Long id) {
    var customer = em.find(Customer.class, id);
    if (customer == null) {
      throw new NotFoundException("parties.no-such-customer");
    }
    return customer;
  }

  private Optional<LocalDate> lastDocument(Long id) {
    try (var select =
        em.unwrap(Connection.class)
            .prepareStatement(
                """
                select max(business_date) from (
                  select business_date from sales where business_id = app_business() and customer_id = ?
                  union all
                  select business_date from sale_returns
                   where business_id = app_business() and customer_id = ?
                  union all
                  select business_date from customer_transactions
                   where business_id = app_business() and customer_id = ?) documents""")) {
      for (int i = 1; i <= 3; i++) {
        select.setLong(i, id);
      }
      try (var row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, LocalDate.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The customer's documents could not be looked up", e);
    }
  }

  private LocalDate keptUntil(LocalDate document) {
    return FiscalYear.endOf(document, settings.get(Settings.FISCAL_YEAR_MONTH))
        .plusYears(settings.get(Settings.DOCUMENT_YEARS));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), context.getZone());
  }
}
