package org.tradehall.sales.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.shared.model.Money;

/**
 * What a document comes to. Tax is computed once per rate on the sum of the rate, as EN 16931 wants
 * it, and {@code net + tax = total} holds for every rate and for the whole.
 *
 * @param subtotal sum of the lines after their own discounts, with or without tax as priced
 * @param discount discount on the whole document, in the same terms as the subtotal
 */
public record SaleTotals(
    Money subtotal, Money discount, List<TaxTotal> taxes, Money net, Money tax, Money total) {

  /** One line's share in the totals: its amount after its own discount. */
  public record Part(BigDecimal taxPercent, Money amount) {}

  /**
   * @param discount not more than the sum of the parts
   */
  public static SaleTotals of(
      List<Part> parts, Money discount, boolean pricesIncludeTax, Currency currency) {
    var sums = new TreeMap<BigDecimal, Money>();
    parts.forEach(part -> sums.merge(part.taxPercent(), part.amount(), Money::plus));
    var shares = Allocation.split(discount, List.copyOf(sums.values()), currency);
    var taxes = new ArrayList<TaxTotal>();
    sums.forEach(
        (percent, sum) -> {
          var discounted = sum.minus(shares.get(taxes.size()));
          taxes.add(taxed(percent, discounted, pricesIncludeTax, currency));
        });
    var subtotal = sums.values().stream().reduce(Money.ZERO, Money::plus);
    return sum(subtotal, discount, taxes);
  }

  static SaleTotals sum(Money subtotal, Money discount, List<TaxTotal> taxes) {
    var net = taxes.stream().map(TaxTotal::net).reduce(Money.ZERO, Money::plus);
    var tax = taxes.stream().map(TaxTotal::tax).reduce(Money.ZERO, Money::plus);
    return new SaleTotals(subtotal, discount, List.copyOf(taxes), net, tax, net.plus(tax));
  }

  /** The amount of a percentage, rounded to the currency. */
  public static Money percentOf(Money amount, BigDecimal percent, Currency currency) {
    return Money.rounded(amount.getAmount().multiply(percent).movePointLeft(2), currency);
  }

  private static TaxTotal taxed(
      BigDecimal percent, Money amount, boolean includesTax, Currency currency) {
    if (!includesTax) {
      return new TaxTotal(percent, amount, percentOf(amount, percent, currency));
    }
    var tax = TaxRate.contained(percent, amount, currency);
    return new TaxTotal(percent, amount.minus(tax), tax);
  }
}
