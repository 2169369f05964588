package org.tradehall.expenses.model;

/** What has become of an expense. Only an approved one counts as spent. */
public enum ExpenseStatus {
  /** For somebody who may approve so much. */
  WAITING,
  APPROVED,
  REJECTED,
  /** Withdrawn while it waited, or taken back after it was approved. */
  CANCELLED
}
