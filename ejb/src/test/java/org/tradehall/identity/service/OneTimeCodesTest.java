package org.tradehall.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** From appendix B of RFC 6238, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void a_clock_may_be_half_a_minute_off_and_no_more() {
    var code = OneTimeCodes.at(SECRET, Instant.ofEpochSecond(3000));
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(3000))).hasValue(100);
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(2970))).hasValue(100);
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(3059))).hasValue(100);
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(3060))).isEmpty();
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(2969))).isEmpty();
  }
}
