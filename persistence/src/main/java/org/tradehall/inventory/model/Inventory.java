package org.tradehall.inventory.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.tradehall.catalog.model.Product;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Source;

/**
 * How much of a product a branch has. Whoever changes it holds the row's lock; the only way to
 * change it is to move stock, which gives the movement that explains the change.
 */
@Entity
@Table(name = "inventory")
public class Inventory extends BusinessOwned {

  @Column(name = "branch_id", updatable = false)
  private Long branchId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id", updatable = false)
  private Product product;

  @Column(name = "product_id", insertable = false, updatable = false)
  private Long productId;

  private Quantity quantity;

  protected Inventory() {}

  public Inventory(Long branchId, Product product) {
    this.branchId = branchId;
    this.product = product;
    this.quantity = Quantity.ZERO;
  }

  /**
   * @param change positive = into stock, negative = out of it, not zero
   */
  public StockMovement move(MovementKind kind, Quantity change, Source source) {
    quantity = quantity.plus(change);
    return new StockMovement(branchId, product, kind, change, quantity, source);
  }

  public Product getProduct() {
    return product;
  }

  public Long getProductId() {
    return productId;
  }

  public Quantity getQuantity() {
    return quantity;
  }
}
