package org.tradehall.imports.service;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sums by which a file of sales and what has been made of it are held against each other.
 * Amounts are Σ quantity × unit price, exact and unrounded.
 */
final class ControlTotals {

  private final Map<String, Integer> linesOfInvoice = new HashMap<>();
  private final Set<String> creditNotes = new HashSet<>();
  private final Set<String> customers = new HashSet<>();
  private final Set<String> skus = new HashSet<>();
  private BigDecimal sales = BigDecimal.ZERO;
  private BigDecimal credits = BigDecimal.ZERO;
  private int rows;
  private int rowsWithoutCustomer;
  private int negativeRowsOutsideCreditNotes;
  private int rowsAtPriceZero;

  void add(SaleLine line) {
    rows++;
    skus.add(line.sku());
    if (line.customer().isEmpty()) {
      rowsWithoutCustomer++;
    } else {
      customers.add(line.customer());
    }
    if (line.unitPrice().signum() == 0) {
      rowsAtPriceZero++;
    }
    if (line.creditNote()) {
      creditNotes.add(line.document());
      credits = credits.add(line.amount());
    } else {
      linesOfInvoice.merge(line.document(), 1, Integer::sum);
      sales = sales.add(line.amount());
      negativeRowsOutsideCreditNotes += line.quantity().signum() < 0 ? 1 : 0;
    }
  }

  int rows() {
    return rows;
  }

  /** Documents that are no credit notes; stock write-offs among them. */
  int invoices() {
    return linesOfInvoice.size();
  }

  int creditNotes() {
    return creditNotes.size();
  }

  BigDecimal sales() {
    return sales;
  }

  BigDecimal credits() {
    return credits;
  }

  BigDecimal amount() {
    return sales.add(credits);
  }

  Set<String> customers() {
    return customers;
  }

  Set<String> skus() {
    return skus;
  }

  int rowsWithoutCustomer() {
    return rowsWithoutCustomer;
  }

  int negativeRowsOutsideCreditNotes() {
    return negativeRowsOutsideCreditNotes;
  }

  int rowsAtPriceZero() {
    return rowsAtPriceZero;
  }

  Map<String, Integer> linesOfInvoice() {
    return linesOfInvoice;
  }
}
