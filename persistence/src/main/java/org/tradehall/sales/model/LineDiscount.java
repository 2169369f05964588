package org.tradehall.sales.model;

import java.math.BigDecimal;
import java.util.Currency;
import org.tradehall.shared.model.Money;

/**
 * Discount on one line: a percentage of the line, an amount, or both.
 *
 * @param amount in the terms of the price, for the whole line
 */
public record LineDiscount(BigDecimal percent, Money amount, Currency currency) {

  public static LineDiscount none(Currency currency) {
    return new LineDiscount(BigDecimal.ZERO, Money.ZERO, currency);
  }

  /** The line before discount, rounded to the currency. */
  Money gross(BigDecimal quantity, BigDecimal unitPrice) {
    return Money.rounded(quantity.multiply(unitPrice), currency);
  }

  /** Never more than the line itself. */
  Money of(Money gross) {
    return SaleTotals.percentOf(gross, percent, currency).plus(amount).min(gross);
  }
}
