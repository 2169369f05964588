package org.tradehall.sales.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import org.tradehall.catalog.model.Product;
import org.tradehall.inventory.model.StockChange;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;

/** A line of a return. */
@Entity
@Table(name = "sale_return_items")
public class SaleReturnItem extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sale_return_id", updatable = false)
  private SaleReturn saleReturn;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "sale_item_id", updatable = false)
  private SaleItem saleItem;

  private int line;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id", updatable = false)
  private Product product;

  private String sku;
  private String description;
  private Quantity quantity;

  @Column(name = "unit_price", precision = 19, scale = 6)
  private BigDecimal unitPrice;

  private Money amount;

  @Column(name = "tax_percent", precision = 7, scale = 4)
  private BigDecimal taxPercent;

  protected SaleReturnItem() {}

  SaleReturnItem(
      SaleReturn saleReturn,
      int line,
      Product product,
      Quantity quantity,
      BigDecimal unitPrice,
      Currency currency) {
    this.saleReturn = saleReturn;
    this.line = line;
    this.product = product;
    this.sku = product.getSku();
    this.description = product.getName();
    this.quantity = quantity;
    this.unitPrice = unitPrice;
    this.taxPercent = product.getTaxRate().getPercent();
    this.amount = Money.rounded(quantity.getValue().multiply(unitPrice), currency);
  }

  SaleReturnItem(
      SaleReturn saleReturn, int line, SaleItem sold, Quantity quantity, Currency currency) {
    this.saleReturn = saleReturn;
    this.line = line;
    this.saleItem = sold;
    this.product = sold.getProduct();
    this.sku = sold.getSku();
    this.description = sold.getDescription();
    this.quantity = quantity;
    this.unitPrice = sold.getUnitPrice();
    this.taxPercent = sold.getTaxPercent();
    this.amount = sold.amountOf(quantity, currency);
  }

  public void describe(String newDescription) {
    this.description = newDescription;
  }

  SaleTotals.Part part() {
    return new SaleTotals.Part(taxPercent, amount);
  }

  /** What this line brings back into stock. */
  public StockChange stockChange() {
    return new StockChange(product, quantity, "lines[" + (line - 1) + "].quantity");
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

  public BigDecimal getUnitPrice() {
    return unitPrice;
  }

  public Money getAmount() {
    return amount;
  }

  public BigDecimal getTaxPercent() {
    return taxPercent;
  }
}
