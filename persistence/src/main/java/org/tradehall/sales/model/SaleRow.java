package org.tradehall.sales.model;

import java.time.Instant;
import java.time.LocalDate;
import org.tradehall.shared.model.Money;

/** A sale in a list. Customer name is null for a walk-in. */
public record SaleRow(
    Long id,
    String number,
    LocalDate businessDate,
    Instant recordedAt,
    String customerName,
    Money total,
    Money paid) {

  public Money due() {
    return total.minus(paid);
  }
}
