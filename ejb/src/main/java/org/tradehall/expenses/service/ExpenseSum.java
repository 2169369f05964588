package org.tradehall.expenses.service;

import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.shared.model.Money;

/**
 * What the expenses of a list in one state come to together.
 *
 * @param amount with tax
 */
public record ExpenseSum(ExpenseStatus status, long count, Money amount) {}
