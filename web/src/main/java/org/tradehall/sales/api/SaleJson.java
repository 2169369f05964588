package org.tradehall.sales.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.model.SaleItem;
import org.tradehall.sales.model.SaleRow;
import org.tradehall.sales.model.SaleTax;
import org.tradehall.shared.model.Money;

/**
 * A sale as the API tells it. Amounts are decimal text in the named currency; dates are ISO 8601,
 * the business date in the branch's zone, the instant in UTC.
 *
 * @param customerId null for a walk-in
 * @param items only when one sale is asked for
 */
public record SaleJson(
    Long id,
    String number,
    String businessDate,
    String recordedAt,
    Long branchId,
    Long customerId,
    String customerName,
    String currency,
    Boolean pricesIncludeTax,
    String subtotal,
    String discount,
    String net,
    String tax,
    String total,
    String paid,
    String due,
    String note,
    List<Item> items,
    List<Tax> taxes) {

  /** One line. */
  public record Item(
      int line,
      Long productId,
      String sku,
      String description,
      String quantity,
      String unitPrice,
      String discount,
      String amount,
      String taxPercent,
      String returnedQuantity) {}

  /** Net amount and tax of one rate. */
  public record Tax(String percent, String net, String tax) {}

  static SaleJson of(Sale sale, Currency currency) {
    var customer = sale.getCustomer();
    return new SaleJson(
        sale.getId(),
        sale.getNumber(),
        sale.getRecording().getBusinessDate().toString(),
        sale.getRecording().getRecordedAt().toString(),
        sale.getBranch().getId(),
        customer == null ? null : customer.getId(),
        customer == null ? null : customer.getName(),
        currency.getCurrencyCode(),
        sale.isPricesIncludeTax(),
        text(sale.getSubtotal(), currency),
        text(sale.getDiscount(), currency),
        text(sale.getNet(), currency),
        text(sale.getTax(), currency),
        text(sale.getTotal(), currency),
        text(sale.getPaid(), currency),
        text(sale.getDue(), currency),
        sale.getNote(),
        sale.getItems().stream().map(item -> item(item, currency)).toList(),
        sale.getTaxes().stream().map(tax -> tax(tax, currency)).toList());
  }

  static SaleJson of(SaleRow row, Currency currency) {
    return new SaleJson(
        row.id(),
        row.number(),
        row.businessDate().toString(),
        row.recordedAt().toString(),
        null,
        null,
        row.customerName(),
        currency.getCurrencyCode(),
        null,
        null,
        null,
        null,
        null,
        text(row.total(), currency),
        text(row.paid(), currency),
        text(row.due(), currency),
        null,
        null,
        null);
  }

  private static Item item(SaleItem item, Currency currency) {
    return new Item(
        item.getLine(),
        item.getProduct().getId(),
        item.getSku(),
        item.getDescription(),
        item.getQuantity().toString(),
        text(item.getUnitPrice()),
        text(item.getDiscount(), currency),
        text(item.getAmount(), currency),
        text(item.getTaxPercent()),
        item.getReturnedQuantity().toString());
  }

  private static Tax tax(SaleTax tax, Currency currency) {
    return new Tax(
        text(tax.getPercent()), text(tax.getNet(), currency), text(tax.getTax(), currency));
  }

  private static String text(Money amount, Currency currency) {
    return amount.in(currency).toPlainString();
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
