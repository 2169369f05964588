package org.tradehall.expenses.model;

import java.time.LocalDate;
import org.tradehall.shared.model.Money;

/** An expense in a list. */
public record ExpenseRow(
    Long id,
    String number,
    LocalDate businessDate,
    Long branchId,
    String branchName,
    ExpenseCategory category,
    String payee,
    Money amount,
    ExpenseStatus status) {}
