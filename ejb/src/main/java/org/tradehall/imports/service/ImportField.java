package org.tradehall.imports.service;

import java.util.List;
import java.util.Locale;
import org.tradehall.imports.model.ImportKind;

/** What a column of an imported file can mean. */
public enum ImportField {
  DOCUMENT(100),
  SKU(64),
  NAME(200),
  QUANTITY(40),
  TIME(40),
  PRICE(40),
  CUSTOMER(64),
  COUNTRY(100),
  BARCODE(64),
  KIND(20),
  COST(40),
  TAX(40),
  STOCK(40),
  ACTIVE(10),
  CODE(64),
  EMAIL(254),
  PHONE(40);

  private final int longest;

  ImportField(int longest) {
    this.longest = longest;
  }

  /** The most characters that a value of this field may have. */
  public int longest() {
    return longest;
  }

  /** The name in settings, such as {@code sku}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that {@link #key}. */
  static ImportField keyed(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** The fields that a file of this kind can have, in their usual order. */
  public static List<ImportField> of(ImportKind kind) {
    return switch (kind) {
      case SALES -> List.of(DOCUMENT, SKU, NAME, QUANTITY, TIME, PRICE, CUSTOMER, COUNTRY);
      case PRODUCTS -> List.of(SKU, NAME, BARCODE, KIND, PRICE, COST, TAX, ACTIVE, STOCK);
      case CUSTOMERS -> List.of(CODE, NAME, EMAIL, PHONE, COUNTRY);
    };
  }

  /** Whether a file of this kind is of no use without this field. */
  public boolean isNeededBy(ImportKind kind) {
    return switch (kind) {
      case SALES -> List.of(DOCUMENT, SKU, QUANTITY, TIME, PRICE).contains(this);
      case PRODUCTS -> this == SKU || this == NAME;
      case CUSTOMERS -> this == CODE || this == NAME;
    };
  }
}
