package org.tradehall.ledger.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.ledger.model.CustomerAccount;
import org.tradehall.ledger.model.CustomerTransaction;
import org.tradehall.ledger.model.Payment;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.Requires;

/** What customers owe, and the money that changed hands. */
@Stateless
public class CustomerAccountService {

  @Inject EntityManager em;

  /** Balance of each customer, positive = owes; a customer without transactions is missing. */
  @Reads
  @Requires(Permission.CUSTOMER_VIEW)
  public Map<Long, Money> balances(Collection<Long> customerIds) {
    var balances = new HashMap<Long, Money>();
    if (!customerIds.isEmpty()) {
      em.createQuery(
              "select a from CustomerAccount a where a.customerId in :ids", CustomerAccount.class)
          .setParameter("ids", customerIds)
          .getResultList()
          .forEach(account -> balances.put(account.getCustomerId(), account.getBalance()));
    }
    return balances;
  }

  /** The latest transactions of a customer, newest first. */
  @Reads
  @Requires(Permission.CUSTOMER_VIEW)
  public List<CustomerTransaction> transactions(Long customerId, int max) {
    return em.createQuery(
            "select t from CustomerTransaction t where t.customerId = :customer order by t.id desc",
            CustomerTransaction.class)
        .setParameter("customer", customerId)
        .setMaxResults(max)
        .getResultList();
  }

  /** The payments of a document. */
  @Reads
  @Requires(Permission.SALE_VIEW)
  public List<Payment> paymentsOf(Long documentId) {
    return em.createQuery(
            "select p from Payment p where p.source.documentId = :id order by p.id", Payment.class)
        .setParameter("id", documentId)
        .getResultList();
  }
}
