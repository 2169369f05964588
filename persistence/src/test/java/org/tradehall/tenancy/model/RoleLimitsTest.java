package org.tradehall.tenancy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tradehall.shared.model.Money;

class RoleLimitsTest {

  private static RoleLimits limits(String discount, String expense) {
    return new RoleLimits(
        discount == null ? null : new BigDecimal(discount),
        expense == null ? null : Money.of(expense),
        false,
        false);
  }

  @Test
  void a_limit_covers_what_is_no_wider() {
    assertThat(limits("10", null).covers(limits("10", "5"))).isTrue();
    assertThat(limits("10", null).covers(limits("10.1", "5"))).isFalse();
    assertThat(limits("10", null).covers(limits(null, "5"))).isFalse();
    assertThat(limits(null, "100").covers(limits("50", "100.00"))).isTrue();
    assertThat(limits(null, "100").covers(limits("50", "100.01"))).isFalse();
    assertThat(limits(null, "100").covers(limits("50", null))).isFalse();
    assertThat(RoleLimits.NONE.covers(limits(null, null))).isTrue();
  }

  @Test
  void an_expense_may_be_approved_up_to_the_limit_itself() {
    assertThat(limits(null, "100").letsApprove(Money.of("100"))).isTrue();
    assertThat(limits(null, "100").letsApprove(Money.of("100.01"))).isFalse();
    assertThat(limits(null, "0").letsApprove(Money.of("0.01"))).isFalse();
    assertThat(RoleLimits.NONE.letsApprove(Money.of("1000000"))).isTrue();
  }
}
