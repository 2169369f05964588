package org.tradehall.sales.service;

import java.util.List;
import org.tradehall.sales.model.SaleTotals;
import org.tradehall.shared.model.Money;

/**
 * What a sale would come to.
 *
 * @param amounts of the lines, after their own discounts
 */
public record SaleQuote(List<Money> amounts, SaleTotals totals) {}
