package org.tradehall.expenses.service;

import jakarta.validation.constraints.Size;

/**
 * A decision on an expense as it is asked for.
 *
 * @param reason needed to reject or cancel; null for none
 * @param version of the expense that was looked at; null to decide whatever it is now
 */
public record ExpenseDecision(@Size(max = 1000) String reason, Integer version) {}
