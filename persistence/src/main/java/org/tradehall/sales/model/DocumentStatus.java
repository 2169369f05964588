package org.tradehall.sales.model;

/** A draft exists only inside its own transaction: it has no number yet. */
public enum DocumentStatus {
  DRAFT,
  COMPLETED
}
