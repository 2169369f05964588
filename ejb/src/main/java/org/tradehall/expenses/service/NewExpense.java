package org.tradehall.expenses.service;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.ledger.model.PaymentMethod;

/**
 * An expense as it is asked for.
 *
 * @param branchId null for the caller's branch
 * @param date day to which it belongs in the branch's time zone, not in the future; null for today
 * @param payee who gets the money
 * @param amount with tax, in the business's currency and with no more decimals than that has
 * @param taxRateId of the tax that the amount contains; null if nothing is said of tax
 * @param reference number of the bill and the like
 */
public record NewExpense(
    Long branchId,
    LocalDate date,
    @NotNull ExpenseCategory category,
    @NotBlank @Size(max = 200) String payee,
    @NotNull @Positive @Digits(integer = 12, fraction = 4) BigDecimal amount,
    Long taxRateId,
    @NotNull PaymentMethod method,
    @Size(max = 100) String reference,
    @Size(max = 1000) String note) {}
