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

/** Money received (positive) or paid back (negative). Append-only. */
@Entity
@Table(name = "payments")
public class Payment extends BusinessOwned {

  @Column(name = "branch_id")
  private Long branchId;

  @Column(name = "customer_id")
  private Long customerId;

  @Enumerated(EnumType.STRING)
  private PaymentMethod method;

  private Money amount;
  private Money tendered;
  @Embedded private Source source;

  protected Payment() {}

  /**
   * @param customerId null for a walk-in
   * @param tendered what was handed over; what exceeds the amount went back as change
   */
  public Payment(
      Long branchId,
      Long customerId,
      PaymentMethod method,
      Money amount,
      Money tendered,
      Source source) {
    this.branchId = branchId;
    this.customerId = customerId;
    this.method = method;
    this.amount = amount;
    this.tendered = tendered;
    this.source = source;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public Money getAmount() {
    return amount;
  }

  public Money getTendered() {
    return tendered;
  }

  public Money getChange() {
    return tendered.minus(amount);
  }

  public Source getSource() {
    return source;
  }
}
