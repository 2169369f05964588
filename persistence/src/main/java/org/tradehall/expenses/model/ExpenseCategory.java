package org.tradehall.expenses.model;

/** What money is spent on. The list is closed, so that sums of several businesses compare. */
public enum ExpenseCategory {
  RENT,
  UTILITIES,
  WAGES,
  TRANSPORT,
  SUPPLIES,
  REPAIRS,
  FEES,
  TAXES,
  MARKETING,
  OTHER
}
