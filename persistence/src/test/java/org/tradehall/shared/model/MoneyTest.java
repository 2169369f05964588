package org.tradehall.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency KWD = Currency.getInstance("KWD");

  @Provide
  static Arbitrary<Money> amounts() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000000000"), new BigDecimal("1000000000000"))
        .ofScale(4)
        .map(Money::of);
  }

  @Property
  void what_is_added_can_be_taken_away(@ForAll("amounts") Money a, @ForAll("amounts") Money b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(a.negate())).isEqualTo(Money.ZERO);
  }

  @Property
  void equal_amounts_have_equal_hashes(@ForAll("amounts") Money a) {
    var same = Money.of(a.getAmount().stripTrailingZeros().toPlainString());
    assertThat(same).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(same.compareTo(a)).isZero();
  }

  @Property
  void rounding_moves_an_amount_by_half_a_unit_at_most(@ForAll("amounts") Money a) {
    for (var currency : new Currency[] {EUR, JPY, KWD}) {
      var rounded = Money.rounded(a.getAmount(), currency);
      var unit = BigDecimal.ONE.movePointLeft(Money.digits(currency));
      assertThat(rounded.minus(a).getAmount().abs().multiply(BigDecimal.valueOf(2)))
          .isLessThanOrEqualTo(unit);
      assertThat(Money.rounded(rounded.getAmount(), currency)).isEqualTo(rounded);
    }
  }

  @Property
  void the_written_amount_is_the_amount(@ForAll("amounts") Money a) {
    assertThat(Money.of(a.in(EUR).toPlainString())).isEqualTo(a);
    assertThat(a.in(EUR).scale()).isGreaterThanOrEqualTo(2);
    assertThat(a.in(EUR).toPlainString()).doesNotContain("E");
  }

  @Example
  void half_a_cent_is_rounded_away_from_zero() {
    assertThat(Money.rounded(new BigDecimal("0.005"), EUR)).isEqualTo(Money.of("0.01"));
    assertThat(Money.rounded(new BigDecimal("-0.005"), EUR)).isEqualTo(Money.of("-0.01"));
    assertThat(Money.rounded(new BigDecimal("0.5"), JPY)).isEqualTo(Money.of("1"));
  }

  @Example
  void a_fifth_decimal_is_refused_not_rounded() {
    assertThatThrownBy(() -> Money.of("0.00001")).isInstanceOf(ArithmeticException.class);
    assertThat(Money.of("1e3")).isEqualTo(Money.of("1000"));
  }
}
