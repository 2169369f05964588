package org.tradehall.expenses.api;

import java.math.BigDecimal;
import java.util.Currency;
import org.tradehall.expenses.model.Decision;
import org.tradehall.expenses.model.Expense;
import org.tradehall.expenses.model.ExpenseRow;
import org.tradehall.shared.model.Money;

/**
 * An expense as the API tells it. Amounts are decimal text in the named currency; dates are ISO
 * 8601, the business date in the branch's zone, instants in UTC.
 *
 * @param amount with tax
 * @param tax contained in the amount
 * @param recordedBy name of the person, as that of who decided
 * @param decidedAt absent while it waits, as all of the decision
 * @param version to be sent along with a decision, so that it is made on what was looked at
 */
public record ExpenseJson(
    Long id,
    String number,
    String businessDate,
    Long branchId,
    String category,
    String payee,
    String currency,
    String amount,
    String taxPercent,
    String tax,
    String method,
    String reference,
    String note,
    String status,
    String recordedAt,
    String recordedBy,
    String decidedAt,
    String decidedBy,
    String reason,
    Integer version) {

  static ExpenseJson of(Expense expense, Currency currency) {
    var percent = expense.getTaxPercent();
    var decision = expense.isWaiting() ? null : expense.getDecision();
    return new ExpenseJson(
        expense.getId(),
        expense.getNumber(),
        expense.getBusinessDate().toString(),
        expense.getBranch().getId(),
        expense.getCategory().name(),
        expense.getPayee(),
        currency.getCurrencyCode(),
        text(expense.getAmount(), currency),
        percent == null ? null : text(percent),
        text(expense.getTax(), currency),
        expense.getMethod().name(),
        expense.getReference(),
        expense.getNote(),
        expense.getStatus().name(),
        expense.getRecordedAt().toString(),
        expense.getRecordedBy().getName(),
        decision == null ? null : decision.getDecidedAt().toString(),
        decision == null ? null : decision.getDecidedBy().getName(),
        reason(decision),
        expense.getVersion());
  }

  static ExpenseJson of(ExpenseRow row, Currency currency) {
    return new ExpenseJson(
        row.id(),
        row.number(),
        row.businessDate().toString(),
        row.branchId(),
        row.category().name(),
        row.payee(),
        currency.getCurrencyCode(),
        text(row.amount(), currency),
        null,
        null,
        null,
        null,
        null,
        row.status().name(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String reason(Decision decision) {
    return decision == null ? null : decision.getReason();
  }

  private static String text(Money amount, Currency currency) {
    return amount.in(currency).toPlainString();
  }

  private static String text(BigDecimal percent) {
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }
}
