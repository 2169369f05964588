package org.tradehall.identity.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.shared.model.InvalidException;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  private void check(String password) {
    rules.check("password", password, "nora.new@harbour.example", "Nora New");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "elevenchars", ""})
  void under_twelve_characters_is_too_short(String password) {
    assertThatThrownBy(() -> check(password)).isInstanceOf(InvalidException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PasswordPassword",
        "passwordpassword",
        "123456789012",
        "qwertyuiop12",
        "P@ssw0rd1234",
        "tradehalltradehall",
        "nora.new@harbour.example",
        "NORA.NEW@HARBOUR.EXAMPLE",
        "aaaaaaaaaaaaaaaa"
      })
  void what_is_tried_first_is_refused_in_any_case(String password) {
    assertThatThrownBy(() -> check(password)).isInstanceOf(InvalidException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "demo-tradehall-2026", "نافذة زرقاء قرب البحر"})
  void a_few_words_are_good(String password) {
    assertThatCode(() -> check(password)).doesNotThrowAnyException();
  }

  @Test
  void over_128_characters_is_too_long() {
    assertThatThrownBy(() -> check("ab cd ef ".repeat(15))).isInstanceOf(InvalidException.class);
  }
}
