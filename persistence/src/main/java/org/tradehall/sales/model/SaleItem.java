package org.tradehall.sales.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import org.tradehall.catalog.model.Product;
import org.tradehall.inventory.model.StockChange;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;

/** A line of a sale. Keeps SKU, description and tax rate as they were when it was sold. */
@Entity
@Table(name = "sale_items")
public class SaleItem extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sale_id", updatable = false)
  private Sale sale;

  private int line;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id", updatable = false)
  private Product product;

  private String sku;
  private String description;
  private Quantity quantity;

  @Column(name = "unit_price", precision = 19, scale = 6)
  private BigDecimal unitPrice;

  @Column(name = "discount_percent", precision = 7, scale = 4)
  private BigDecimal discountPercent;

  private Money discount;
  private Money amount;

  @Column(name = "tax_percent", precision = 7, scale = 4)
  private BigDecimal taxPercent;

  @Column(name = "returned_quantity")
  private Quantity returnedQuantity = Quantity.ZERO;

  protected SaleItem() {}

  SaleItem(
      Sale sale,
      int line,
      Product product,
      Quantity quantity,
      BigDecimal unitPrice,
      LineDiscount lineDiscount) {
    this.sale = sale;
    this.line = line;
    this.product = product;
    this.sku = product.getSku();
    this.description = product.getName();
    this.quantity = quantity;
    this.unitPrice = unitPrice;
    this.taxPercent = product.getTaxRate().getPercent();
    var gross = lineDiscount.gross(quantity.getValue(), unitPrice);
    this.discountPercent = lineDiscount.percent();
    this.discount = lineDiscount.of(gross);
    this.amount = gross.minus(discount);
  }

  /** Replaces the product's name on this line, e.g. by the wording of an imported document. */
  public void describe(String newDescription) {
    this.description = newDescription;
  }

  SaleTotals.Part part() {
    return new SaleTotals.Part(taxPercent, amount);
  }

  /** What this line takes out of stock. */
  public StockChange stockChange() {
    return new StockChange(product, quantity.negate(), "lines[" + (line - 1) + "].quantity");
  }

  /** The part of the line's amount that belongs to a part of its quantity, rounded. */
  Money amountOf(Quantity part, Currency currency) {
    return Money.rounded(exactAmountOf(part), currency);
  }

  /** The same, not rounded; exact for the whole quantity. */
  BigDecimal exactAmountOf(Quantity part) {
    return amount
        .getAmount()
        .multiply(part.getValue())
        .divide(quantity.getValue(), MathContext.DECIMAL128);
  }

  /** Notes that part of the line came back. The database refuses more than was sold. */
  void takeBack(Quantity returned) {
    returnedQuantity = returnedQuantity.plus(returned);
  }

  public int getLine() {
    return line;
  }

  public Product getProduct() {
    return product;
  }

  public String getSku() {
    return sku;
  }

  public String getDescription() {
    return description;
  }

  public Quantity getQuantity() {
    return quantity;
  }

  /** Price of one unit as entered, with or without tax as the sale says; up to six decimals. */
  public BigDecimal getUnitPrice() {
    return unitPrice;
  }

  public BigDecimal getDiscountPercent() {
    return discountPercent;
  }

  public Money getDiscount() {
    return discount;
  }

  /** After the line's own discount, before the document's; rounded to the currency. */
  public Money getAmount() {
    return amount;
  }

  public BigDecimal getTaxPercent() {
    return taxPercent;
  }

  public Quantity getReturnedQuantity() {
    return returnedQuantity;
  }

  public Quantity getReturnableQuantity() {
    return quantity.minus(returnedQuantity);
  }
}
