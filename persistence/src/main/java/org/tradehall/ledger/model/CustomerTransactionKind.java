package org.tradehall.ledger.model;

/** Why a customer's balance changed. */
public enum CustomerTransactionKind {
  SALE,
  PAYMENT,
  RETURN,
  REFUND
}
