package org.tradehall.sales.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.tradehall.ledger.model.PaymentMethod;

/**
 * What of a sale comes back.
 *
 * @param refundMethod how the money is paid back; null to credit the customer's account
 */
public record NewReturn(
    @NotNull @Size(min = 1, max = NewSale.MAX_LINES) List<@NotNull @Valid Line> lines,
    PaymentMethod refundMethod,
    @Size(max = 1000) String reason) {

  /**
   * @param line number of the line of the sale, from 1
   */
  public record Line(
      @NotNull Integer line,
      @NotNull @Positive @Digits(integer = 9, fraction = 6) BigDecimal quantity) {}
}
