package org.tradehall.privacy.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 1, 2026-12-31",
    "2026-12-31, 1, 2026-12-31",
    "2026-03-31, 4, 2026-03-31",
    "2026-04-01, 4, 2027-03-31",
    "2023-05-05, 3, 2024-02-29",
  })
  void a_day_belongs_to_the_year_that_has_begun(LocalDate day, int firstMonth, LocalDate end) {
    assertThat(FiscalYear.endOf(day, firstMonth)).isEqualTo(end);
  }
}
