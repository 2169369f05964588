package org.tradehall.backup.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSumTest {

  @ParameterizedTest
  @CsvSource({
    "41 true, 41 true, true",
    "41 true, 42 true, true",
    "1 false, 1 true, true",
    "1 false, 33 true, true",
    "9 true, 10 true, true",
    "41 true, 40 true, false",
    "41 true, 41 false, false"
  })
  void a_sequence_stands_where_it_stood_or_further_on(String was, String is, boolean right) {
    assertThat(differences(1, was, is).equals("[]")).isEqualTo(right);
  }

  @Test
  void a_table_has_the_same_rows() {
    assertThat(differences(2, "41", "41")).isEqualTo("[]");
    assertThat(differences(2, "41", "42")).isEqualTo("[it has other content]");
    assertThat(differences(2, "-41", "41")).isEqualTo("[it has other content]");
  }

  private static String differences(long rows, String was, String is) {
    return TableSum.differences(
            Map.of("it", new TableSum(rows, was)), Map.of("it", new TableSum(rows, is)))
        .toString();
  }
}
