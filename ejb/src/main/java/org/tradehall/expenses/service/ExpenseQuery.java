package org.tradehall.expenses.service;

import java.time.LocalDate;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.shared.model.Money;

/**
 * Which expenses a list shows.
 *
 * @param text start of the number, or part of payee or reference; null or blank for all
 * @param filter what else they have to be
 * @param sort one of {@code date, number, amount}; null for date
 */
public record ExpenseQuery(
    String text, Filter filter, String sort, boolean descending, int first, int max) {

  /**
   * Null stands for no bound, everywhere.
   *
   * @param from first business date
   * @param to last business date
   * @param upTo largest amount
   */
  public record Filter(
      ExpenseStatus status,
      ExpenseCategory category,
      Long branchId,
      LocalDate from,
      LocalDate to,
      Money upTo) {

    public static final Filter NONE = new Filter(null, null, null, null, null, null);

    /** What waits for somebody who may approve so much. */
    public static Filter waiting(Money upTo) {
      return new Filter(ExpenseStatus.WAITING, null, null, null, null, upTo);
    }
  }
}
