package org.tradehall.imports.model;

/** What an import does, or would do, with one row of its file. */
public enum RowOutcome {
  /** Adds something new. */
  CREATED,
  /** Changes a product or customer that is already there. */
  UPDATED,
  /** Is already there as the row says; nothing changes. */
  SKIPPED,
  /** Cannot be taken in; the row's reason says why. */
  ERROR
}
