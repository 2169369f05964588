package org.tradehall.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

  @Test
  void only_what_differs_is_told() {
    var before = new Facts().with("sku", "1").with("price", Money.of("2")).with("cost", null);
    var after = new Facts().with("sku", "1").with("price", Money.of("3")).with("cost", "1");
    assertThat(before.notIn(after)).containsEntry("price", "2.0000").containsEntry("cost", null);
    assertThat(after.notIn(before))
        .containsOnlyKeys("price", "cost")
        .containsEntry("price", "3.0000");
  }

  @Test
  void of_personal_data_the_change_is_told_but_not_the_value() {
    var before = new Facts().withPersonal("email", "ann@example.org").withPersonal("phone", null);
    var after = new Facts().withPersonal("email", "bob@example.org").withPersonal("phone", "1");
    assertThat(before.notIn(after))
        .containsEntry("email", Facts.UNTOLD)
        .containsEntry("phone", null);
    assertThat(after.notIn(before)).containsEntry("email", Facts.UNTOLD);
    assertThat(before.notIn(before)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "newPassword", "secretHash", "apiToken", "totpSecret"})
  void secrets_are_refused(String name) {
    var facts = new Facts();
    assertThatThrownBy(() -> facts.with(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
