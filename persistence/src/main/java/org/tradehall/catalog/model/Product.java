package org.tradehall.catalog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.Money;

/**
 * Something that a business sells. SKU and barcode are text: leading zeros count. The price is per
 * unit, with or without tax as the business has chosen.
 */
@Entity
@Table(name = "products")
public class Product extends BusinessOwned {

  private String sku;
  private String name;
  private String barcode;

  @Enumerated(EnumType.STRING)
  private ProductKind kind;

  private Money price;
  private Money cost;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "tax_rate_id")
  private TaxRate taxRate;

  private boolean active;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private Integer version;

  /** Lower-case forms that the database keeps; searches and sorts use them. */
  @Column(name = "sku_key", insertable = false, updatable = false)
  private String skuKey;

  @Column(name = "name_key", insertable = false, updatable = false)
  private String nameKey;

  protected Product() {}

  public Product(
      String sku, String name, ProductKind kind, Money price, TaxRate taxRate, Instant now) {
    this.sku = sku.strip();
    this.kind = kind;
    this.createdAt = now;
    this.active = true;
    describe(name, null);
    price(price, null, taxRate);
  }

  /**
   * @param newBarcode null or blank if there is none
   */
  public final void describe(String newName, String newBarcode) {
    this.name = newName.strip();
    this.barcode = newBarcode == null || newBarcode.isBlank() ? null : newBarcode.strip();
  }

  /**
   * @param newCost what a unit costs the business, null if unknown
   */
  public final void price(Money newPrice, Money newCost, TaxRate newTaxRate) {
    this.price = newPrice;
    this.cost = newCost;
    this.taxRate = newTaxRate;
  }

  public void renumber(String newSku) {
    this.sku = newSku.strip();
  }

  public void activate(boolean nowActive) {
    this.active = nowActive;
  }

  public Facts facts() {
    return new Facts()
        .with("sku", sku)
        .with("name", name)
        .with("barcode", barcode)
        .with("kind", kind)
        .with("price", price)
        .with("cost", cost)
        .with("taxRate", taxRate.getName())
        .with("active", active);
  }

  public boolean isStocked() {
    return kind == ProductKind.GOODS;
  }

  public String getSku() {
    return sku;
  }

  public String getName() {
    return name;
  }

  public String getBarcode() {
    return barcode;
  }

  public ProductKind getKind() {
    return kind;
  }

  public Money getPrice() {
    return price;
  }

  /** For callers who may not see what it costs; on a product that is not going to be written. */
  public void hideCost() {
    this.cost = null;
  }

  /** Null if unknown, or hidden. */
  public Money getCost() {
    return cost;
  }

  public TaxRate getTaxRate() {
    return taxRate;
  }

  public boolean isActive() {
    return active;
  }

  public Integer getVersion() {
    return version;
  }
}
