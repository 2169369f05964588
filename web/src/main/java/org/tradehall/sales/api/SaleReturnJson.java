package org.tradehall.sales.api;

import java.util.Currency;
import java.util.List;
import org.tradehall.sales.model.SaleReturn;
import org.tradehall.shared.model.Money;

/**
 * A return as the API tells it. Amounts are decimal text in the business's currency.
 *
 * @param refunded what was paid back; the rest was credited to the customer's account
 */
public record SaleReturnJson(
    Long id,
    String number,
    Long saleId,
    String businessDate,
    String net,
    String tax,
    String total,
    String refunded,
    String reason,
    List<Item> items) {

  /** One line. */
  public record Item(int line, Long productId, String sku, String quantity, String amount) {}

  static SaleReturnJson of(SaleReturn saleReturn, Long saleId, Currency currency) {
    return new SaleReturnJson(
        saleReturn.getId(),
        saleReturn.getNumber(),
        saleId,
        saleReturn.getRecording().getBusinessDate().toString(),
        text(saleReturn.getNet(), currency),
        text(saleReturn.getTax(), currency),
        text(saleReturn.getTotal(), currency),
        text(saleReturn.getRefunded(), currency),
        saleReturn.getReason(),
        saleReturn.getItems().stream()
            .map(
                item ->
                    new Item(
                        item.getLine(),
                        item.getProduct().getId(),
                        item.getSku(),
                        item.getQuantity().toString(),
                        text(item.getAmount(), currency)))
            .toList());
  }

  private static String text(Money amount, Currency currency) {
    return amount.in(currency).toPlainString();
  }
}
