package org.tradehall.shared.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in the currency of the business that it belongs to, exact, with up to four decimals.
 * Two amounts are equal when their values are, whatever their scale. Rounding is half up, the
 * commercial way, and happens only where a method says so.
 */
public final class Money implements Comparable<Money>, Serializable {

  private static final long serialVersionUID = 1L;
  public static final int MAX_SCALE = 4;
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  private final BigDecimal amount;

  private Money(BigDecimal amount) {
    this.amount = amount;
  }

  /**
   * @throws ArithmeticException if the amount has more than four decimals
   */
  public static Money of(BigDecimal amount) {
    return new Money(amount.stripTrailingZeros().setScale(MAX_SCALE, RoundingMode.UNNECESSARY));
  }

  public static Money of(String amount) {
    return of(new BigDecimal(amount));
  }

  /** The amount rounded to the smallest unit of the currency, e.g. cents. */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return of(amount.setScale(digits(currency), RoundingMode.HALF_UP));
  }

  /** Decimals of the currency by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
  public static int digits(Currency currency) {
    return Math.max(currency.getDefaultFractionDigits(), 0);
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money negate() {
    return new Money(amount.negate());
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  /**
   * The amount as it is written in the currency: at least its decimals, more only if they count.
   */
  public BigDecimal in(Currency currency) {
    var plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(plain.scale(), digits(currency)), RoundingMode.UNNECESSARY);
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money && compareTo(money) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(amount.stripTrailingZeros());
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
