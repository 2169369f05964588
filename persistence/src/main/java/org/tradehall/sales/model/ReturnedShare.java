package org.tradehall.sales.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.tradehall.shared.model.Money;

/**
 * What of a sale has come back altogether, per tax rate. A return is worth the difference between
 * after and before, so that rounding never piles up: when everything has come back, all returns
 * together are the exact negative of the sale, whatever its discounts.
 */
public final class ReturnedShare {

  private final List<TaxTotal> rates;

  private ReturnedShare(List<TaxTotal> rates) {
    this.rates = rates;
  }

  public static ReturnedShare of(Sale sale, Currency currency) {
    return new ReturnedShare(
        sale.getTaxes().stream().map(rate -> share(sale, rate, currency)).toList());
  }

  List<TaxTotal> minus(ReturnedShare before) {
    var difference = new ArrayList<TaxTotal>();
    for (int i = 0; i < rates.size(); i++) {
      var now = rates.get(i);
      var then = before.rates.get(i);
      difference.add(
          new TaxTotal(now.percent(), now.net().minus(then.net()), now.tax().minus(then.tax())));
    }
    return difference;
  }

  private static TaxTotal share(Sale sale, SaleTax rate, Currency currency) {
    var sold = BigDecimal.ZERO;
    var returned = BigDecimal.ZERO;
    for (var item : sale.getItems()) {
      if (item.getTaxPercent().compareTo(rate.getPercent()) == 0) {
        sold = sold.add(item.getAmount().getAmount());
        returned = returned.add(item.exactAmountOf(item.getReturnedQuantity()));
      }
    }
    return new TaxTotal(
        rate.getPercent(),
        part(rate.getNet(), returned, sold, currency),
        part(rate.getTax(), returned, sold, currency));
  }

  private static Money part(Money whole, BigDecimal returned, BigDecimal sold, Currency currency) {
    if (sold.signum() == 0) {
      return Money.ZERO;
    }
    var part = whole.getAmount().multiply(returned).divide(sold, MathContext.DECIMAL128);
    return Money.rounded(part, currency);
  }
}
