package org.tradehall.tenancy.model;

import java.util.Locale;

/** Documents that are numbered, each kind in a series of its own per branch and year. */
public enum DocumentKind {
  SALE("S"),
  SALE_RETURN("R"),
  STOCK_ADJUSTMENT("A"),
  EXPENSE("E");

  private final String letter;

  DocumentKind(String letter) {
    this.letter = letter;
  }

  /** E.g. {@code S01-2026-000042}: letter of the kind, code of the branch, year, running number. */
  public String format(String branchCode, int year, long number) {
    return String.format(Locale.ROOT, "%s%s-%04d-%06d", letter, branchCode, year, number);
  }
}
