package org.tradehall.imports.model;

/** What the rows of an imported file are. */
public enum ImportKind {
  /** Lines of sales, credit notes and stock write-offs; several rows make one document. */
  SALES,
  /** One product a row. */
  PRODUCTS,
  /** One customer a row. */
  CUSTOMERS
}
