package org.tradehall.sales.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.tradehall.shared.model.Money;

/** Splits an amount by weights so that the parts sum to it exactly (largest remainder method). */
final class Allocation {

  private Allocation() {}

  /**
   * @param weights not negative; if all are zero, the whole must be zero
   * @return one part per weight, each in the smallest unit of the currency
   */
  static List<Money> split(Money whole, List<Money> weights, Currency currency) {
    var sum = weights.stream().map(Money::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() == 0) {
      return weights.stream().map(weight -> Money.ZERO).toList();
    }
    int digits = Money.digits(currency);
    var parts = new ArrayList<BigDecimal>();
    var remainders = new ArrayList<BigDecimal>();
    for (var weight : weights) {
      var product = whole.getAmount().multiply(weight.getAmount());
      var part = product.divide(sum, digits, RoundingMode.FLOOR);
      parts.add(part);
      remainders.add(product.subtract(part.multiply(sum)));
    }
    var unit = BigDecimal.ONE.movePointLeft(digits);
    var rest = whole.getAmount().subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    var byRemainder =
        IntStream.range(0, parts.size())
            .boxed()
            .sorted(Comparator.comparing(remainders::get).reversed())
            .limit(rest.divideToIntegralValue(unit).intValueExact())
            .toList();
    byRemainder.forEach(index -> parts.set(index, parts.get(index).add(unit)));
    return parts.stream().map(Money::of).toList();
  }
}
