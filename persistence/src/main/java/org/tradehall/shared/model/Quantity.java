package org.tradehall.shared.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of a product, in its unit, exact, with up to six decimals. May be negative. */
public final class Quantity implements Comparable<Quantity>, Serializable {

  private static final long serialVersionUID = 1L;
  public static final int MAX_SCALE = 6;
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  private final BigDecimal value;

  private Quantity(BigDecimal value) {
    this.value = value;
  }

  /**
   * @throws ArithmeticException if the value has more than six decimals
   */
  public static Quantity of(BigDecimal value) {
    var plain = value.stripTrailingZeros();
    if (plain.scale() > MAX_SCALE) {
      throw new ArithmeticException("A quantity has at most six decimals: " + value);
    }
    return new Quantity(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
  }

  public static Quantity of(String value) {
    return of(new BigDecimal(value));
  }

  public Quantity plus(Quantity other) {
    return of(value.add(other.value));
  }

  public Quantity minus(Quantity other) {
    return of(value.subtract(other.value));
  }

  public Quantity negate() {
    return new Quantity(value.negate());
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  public boolean isPositive() {
    return value.signum() > 0;
  }

  public BigDecimal getValue() {
    return value;
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity quantity && compareTo(quantity) == 0;
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
