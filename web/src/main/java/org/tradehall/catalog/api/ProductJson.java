package org.tradehall.catalog.api;

import java.util.Currency;
import org.tradehall.catalog.model.Product;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;

/** A product as the API tells it. Amounts are decimal text in the business's currency. */
public record ProductJson(
    Long id,
    String sku,
    String name,
    String barcode,
    String kind,
    String price,
    String cost,
    Long taxRateId,
    String taxPercent,
    boolean active,
    String onHand,
    Integer version) {

  static ProductJson of(Product product, Quantity onHand, Currency currency) {
    return new ProductJson(
        product.getId(),
        product.getSku(),
        product.getName(),
        product.getBarcode(),
        product.getKind().name(),
        text(product.getPrice(), currency),
        text(product.getCost(), currency),
        product.getTaxRate().getId(),
        product.getTaxRate().getPercent().stripTrailingZeros().toPlainString(),
        product.isActive(),
        product.isStocked() ? (onHand == null ? Quantity.ZERO : onHand).toString() : null,
        product.getVersion());
  }

  private static String text(Money amount, Currency currency) {
    return amount == null ? null : amount.in(currency).toPlainString();
  }
}
