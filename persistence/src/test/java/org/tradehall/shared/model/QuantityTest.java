package org.tradehall.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityTest {

  @Provide
  static Arbitrary<Quantity> quantities() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
        .ofScale(6)
        .map(Quantity::of);
  }

  @Property
  void what_came_in_can_go_out(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(a.minus(a)).isEqualTo(Quantity.ZERO).hasSameHashCodeAs(Quantity.ZERO);
  }

  @Property
  void the_text_is_plain_and_reads_back(@ForAll("quantities") Quantity a) {
    assertThat(a.toString()).doesNotContain("E").doesNotEndWith(".");
    assertThat(Quantity.of(a.toString())).isEqualTo(a);
  }

  @Example
  void a_seventh_decimal_is_refused_not_rounded() {
    assertThatThrownBy(() -> Quantity.of("0.0000001")).isInstanceOf(ArithmeticException.class);
    assertThat(Quantity.of("1e3")).hasToString("1000");
    assertThat(Quantity.of("2.500000")).hasToString("2.5");
  }
}
