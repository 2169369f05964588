package org.tradehall.imports.model;

import java.math.BigDecimal;

/**
 * What documents come to: Σ quantity × unit price, exact and unrounded.
 *
 * @param invoices documents that are no credit notes; stock write-offs among them
 * @param credits negative
 */
public record FileTotals(int invoices, int creditNotes, BigDecimal sales, BigDecimal credits) {

  public static final FileTotals NONE = new FileTotals(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  public BigDecimal amount() {
    return sales.add(credits);
  }

  public int getInvoices() {
    return invoices;
  }

  public int getCreditNotes() {
    return creditNotes;
  }

  public BigDecimal getSales() {
    return sales;
  }

  public BigDecimal getCredits() {
    return credits;
  }

  public BigDecimal getAmount() {
    return amount();
  }
}
