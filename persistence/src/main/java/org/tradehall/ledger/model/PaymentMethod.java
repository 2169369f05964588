package org.tradehall.ledger.model;

/** How money changed hands. */
public enum PaymentMethod {
  CASH,
  CARD,
  TRANSFER,
  OTHER
}
