package org.tradehall.inventory.model;

/** Why stock moved. */
public enum MovementKind {
  /** Goods came in from a supplier. */
  RECEIPT,
  /** Goods went out by a sale. */
  ISSUE,
  /** Sold goods came back. */
  RETURN,
  /** A count, a write-off, an opening balance. */
  ADJUSTMENT
}
