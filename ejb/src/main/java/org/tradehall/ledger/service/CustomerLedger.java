package org.tradehall.ledger.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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

  @Inject EntityManager em;

  /**
   * One line of a posting.
   *
   * @param amount positive = the customer owes more
   */
  public record Entry(CustomerTransactionKind kind, Money amount) {}

  /** What one document posts. Entries of zero are left out. */
  public record Posting(Customer customer, List<Entry> entries, Source source) {}

  public void post(Customer customer, List<Entry> entries, Source source) {
    post(List.of(new Posting(customer, entries, source)));
  }

  /** Posts what several documents say; all accounts are locked before any is changed. */
  public void post(List<Posting> documents) {
    var customers = new TreeSet<Long>();
    documents.forEach(document -> customers.add(document.customer().getId()));
    if (customers.isEmpty()) {
      return;
    }
    var accounts = lock(customers);
    for (var document : documents) {
      var account = accounts.get(document.customer().getId());
      document.entries().stream()
          .filter(entry -> !entry.amount().isZero())
          .forEach(e -> em.persist(account.post(e.kind(), e.amount(), document.source())));
    }
  }

  private Map<Long, CustomerAccount> lock(SortedSet<Long> customers) {
    var locked = lockExisting(customers);
    if (locked.size() < customers.size()) {
      var missing = new TreeSet<>(customers);
      missing.removeAll(locked.keySet());
      open(missing);
      locked.putAll(lockExisting(missing));
    }
    return locked;
  }

  /** In the order of the customers, so that two documents never wait for each other. */
  private Map<Long, CustomerAccount> lockExisting(Collection<Long> customers) {
    var accounts = new HashMap<Long, CustomerAccount>();
    em.createQuery(
            "select a from CustomerAccount a where a.customerId in :customers order by a.customerId",
            CustomerAccount.class)
        .setParameter("customers", customers)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(account -> accounts.put(account.getCustomerId(), account));
    return accounts;
  }

  private void open(Collection<Long> customers) {
    var connection = em.unwrap(Connection.class);
    try (var insert =
        connection.prepareStatement(
            """
            insert into customer_accounts (business_id, id, customer_id, balance)
            select app_business(), nextval('ids'), customer, 0
            from unnest(?) customer order by customer
            on conflict (business_id, customer_id) do nothing""")) {
      insert.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A customer account could not be opened", e);
    }
  }
}
