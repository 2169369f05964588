package org.tradehall.ledger.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Source;

/**
 * What a customer owes (positive) or is owed (negative). Whoever changes it holds the row's lock;
 * the only way to change it is to post, which gives the transaction that explains the change.
 */
@Entity
@Table(name = "customer_accounts")
public class CustomerAccount extends BusinessOwned {

  @Column(name = "customer_id", updatable = false)
  private Long customerId;

  private Money balance;

  protected CustomerAccount() {}

  public CustomerAccount(Customer customer) {
    this.customerId = customer.getId();
    this.balance = Money.ZERO;
  }

  public CustomerTransaction post(CustomerTransactionKind kind, Money amount, Source source) {
    balance = balance.plus(amount);
    return new CustomerTransaction(customerId, kind, amount, balance, source);
  }

  public Long getCustomerId() {
    return customerId;
  }

  public Money getBalance() {
    return balance;
  }
}
