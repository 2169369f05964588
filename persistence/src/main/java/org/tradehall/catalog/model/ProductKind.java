package org.tradehall.catalog.model;

/** Goods are kept in stock; a service (carriage, a fee) is not. */
public enum ProductKind {
  GOODS,
  SERVICE
}
