package org.tradehall.reporting.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The day at a glance. Amounts are sales less returns, with tax, in the business's currency.
 *
 * @param today by the business date of the branch where the caller works
 * @param days the last 30 days, oldest first, without gaps
 * @param owed what customers owe altogether
 */
public record Dashboard(
    LocalDate today,
    List<Day> days,
    List<TopProduct> topProducts,
    List<LowStock> lowStock,
    BigDecimal owed,
    long products,
    long customers,
    long sales) {

  /** Sales of one business date. */
  public record Day(LocalDate date, BigDecimal amount, long sales) {}

  /** What sold best in the 30 days, by amount before the document's discount. */
  public record TopProduct(
      Long id, String sku, String name, BigDecimal quantity, BigDecimal amount) {}

  /** Active goods with nothing or less than nothing on hand in some branch. */
  public record LowStock(Long id, String sku, String name, BigDecimal onHand) {}

  public Day day(int daysAgo) {
    return days.get(days.size() - 1 - daysAgo);
  }
}
