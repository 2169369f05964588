package org.tradehall.shared.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalConverterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      textBlock =
          """
          .  | 12          | 12
          .  | 12.50       | 12.50
          .  | 1,234.5     | 1234.5
          .  | 1,234,567   | 1234567
          .  | 1'234.5     | 1234.5
          .  | 1 234.5     | 1234.5
          .  | -3.5        | -3.5
          .  | \u22123     | -3
          .  | 007         | 7
          ,  | 12,50       | 12.50
          ,  | 1.234,5     | 1234.5
          ,  | 1.234.567   | 1234567
          ,  | 1.234       | 1234
          ,  | 1 234,5     | 1234.5
          ,  | 12.50       | 12.50
          .  | \u0661\u0662\u066b\u0665              | 12.5
          .  | \u0661\u066c\u0662\u0663\u0664\u066b\u0665 | 1234.5
          .  | \u06f1\u06f2                          | 12
          ,  | \u0661\u0662\u066b\u0665              | 12.5
          .  | \u200f12.5\u200e                      | 12.5
          .  | \u206812.5\u2069                      | 12.5
          """)
  void numbersAsTheyAreTyped(String mark, String typed, BigDecimal expected) {
    assertThat(DecimalConverter.number(typed, mark))
        .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      textBlock =
          """
          .  | 12,5
          .  | 1,23,456
          .  | 1,2345
          .  | 12.5.1
          .  | 1.234,5
          .  | ,5
          .  | .5
          .  | 5.
          .  | 1e5
          .  | 0x10
          .  | --1
          .  | ten
          .  | 12 EUR
          .  | -
          ,  | 12,5,1
          ,  | 1,234.5
          ,  | 1.23.456
          """)
  void whatCouldMeanTwoThingsOrNothingIsRefused(String mark, String typed) {
    assertThat(DecimalConverter.number(typed, mark)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ","})
  void absurdLengthsAreRefused(String mark) {
    assertThat(DecimalConverter.number("1".repeat(21), mark)).isEmpty();
    assertThat(DecimalConverter.number("1" + mark + "1".repeat(11), mark)).isEmpty();
    assertThat(DecimalConverter.number("9".repeat(1_000_000), mark)).isEmpty();
    assertThat(DecimalConverter.number("1" + ",234".repeat(250_000), mark)).isEmpty();
    assertThat(DecimalConverter.number("1" + ".234".repeat(250_000), mark)).isEmpty();
  }

  @Test
  void twentyDigitsAreRead() {
    assertThat(DecimalConverter.number("9".repeat(20) + ".0123456789", "."))
        .contains(new BigDecimal("9".repeat(20) + ".0123456789"));
  }
}
