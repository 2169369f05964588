package org.tradehall.sales.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.tradehall.ledger.model.PaymentMethod;

/**
 * A sale as it is asked for. Amounts are in the business's currency, with or without tax as the
 * business prices.
 *
 * @param branchId null for the caller's branch
 * @param customerId null for a walk-in, who pays in full
 * @param discountPercent on the whole document, in percent of the subtotal; null for none
 * @param discountAmount on the whole document, besides the percentage; null for none
 * @param payments what is paid now; less than the total is on the customer's account
 */
public record NewSale(
    Long branchId,
    Long customerId,
    @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid Line> lines,
    @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal discountPercent,
    @DecimalMin("0") @Digits(integer = 12, fraction = 4) BigDecimal discountAmount,
    @Size(max = 20) List<@NotNull @Valid NewPayment> payments,
    @Size(max = 1000) String note) {

  public static final int MAX_LINES = 1500;

  /**
   * @param unitPrice null for the product's price; up to six decimals
   * @param discountPercent of the line; null for none
   * @param discountAmount on the whole line, besides the percentage; null for none
   */
  public record Line(
      @NotNull Long productId,
      @NotNull @Positive @Digits(integer = 9, fraction = 6) BigDecimal quantity,
      @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal unitPrice,
      @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
          BigDecimal discountPercent,
      @DecimalMin("0") @Digits(integer = 12, fraction = 4) BigDecimal discountAmount) {}

  /**
   * @param amount what is handed over; in cash it may exceed what is due, the rest is change
   */
  public record NewPayment(
      @NotNull PaymentMethod method,
      @NotNull @Positive @Digits(integer = 12, fraction = 4) BigDecimal amount) {}

  public NewSale {
    payments = payments == null ? List.of() : payments;
  }
}
