package org.tradehall.ledger.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Source;

/** One change of what a customer owes. Append-only: their sum is the {@link CustomerAccount}. */
@Entity
@Table(name = "customer_transactions")
public class CustomerTransaction extends BusinessOwned {

  @Column(name = "customer_id")
  private Long customerId;

  @Enumerated(EnumType.STRING)
  private CustomerTransactionKind kind;

  private Money amount;
  private Money balance;
  @Embedded private Source source;

  protected CustomerTransaction() {}

  CustomerTransaction(
      Long customerId, CustomerTransactionKind kind, Money amount, Money balance, Source source) {
    this.customerId = customerId;
    this.kind = kind;
    this.amount = amount;
    this.balance = balance;
    this.source = source;
  }

  public CustomerTransactionKind getKind() {
    return kind;
  }

  /** Positive = the customer owes more. */
  public Money getAmount() {
    return amount;
  }

  /** What the customer owed after this transaction. */
  public Money getBalance() {
    return balance;
  }

  public Source getSource() {
    return source;
  }
}
