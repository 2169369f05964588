package org.tradehall.ledger.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tradehall.ledger.model.CustomerAccount;
import org.tradehall.ledger.model.CustomerTransactionKind;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Source;

/**
 * Posts to customers' accounts, in the transaction of the document that causes it. Accounts are
 * locked after inventory, everywhere, so that two documents never wait for each other.
 */
@ApplicationScoped
public class CustomerLedger {

  @PersistenceContext(unitName = "primary")
  EntityManager em;

  /**
   * One line of a posting.
   *
   * @param amount positive = the customer owes more
   */
  public record Entry(CustomerTransactionKind kind, Money amount) {}

  /** Entries of zero are left out. */
  public void post(Customer customer, List<Entry> entries, Source source) {
    var account = lock(customer);
    entries.stream()
        .filter(entry -> !entry.amount().isZero())
        .forEach(entry -> em.persist(account.post(entry.kind(), entry.amount(), source)));
  }

  private CustomerAccount lock(Customer customer) {
    var account = lockExisting(customer);
    if (account == null) {
      open(customer);
      account = lockExisting(customer);
    }
    return account;
  }

  private CustomerAccount lockExisting(Customer customer) {
    return em.createQuery(
            "select a from CustomerAccount a where a.customerId = :customer", CustomerAccount.class)
        .setParameter("customer", customer.getId())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private void open(Customer customer) {
    try (var insert =
        em.unwrap(Connection.class)
            .prepareStatement(
                """
                insert into customer_accounts (business_id, id, customer_id, balance)
                values (app_business(), nextval('ids'), ?, 0)
                on conflict (business_id, customer_id) do nothing""")) {
      insert.setLong(1, customer.getId());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A customer account could not be opened", e);
    }
  }
}
