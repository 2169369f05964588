package org.tradehall.privacy.service;

import java.time.LocalDate;

/** The year of the books, which need not begin in January. */
final class FiscalYear {

  private FiscalYear() {}

  /**
   * The last day of the fiscal year to which a day belongs.
   *
   * @param firstMonth 1 for January
   */
  static LocalDate endOf(LocalDate day, int firstMonth) {
    var begin = LocalDate.of(day.getYear(), firstMonth, 1);
    var next = begin.isAfter(day) ? begin : begin.plusYears(1);
    return next.minusDays(1);
  }
}
