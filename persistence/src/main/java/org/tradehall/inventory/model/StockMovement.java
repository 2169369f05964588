package org.tradehall.inventory.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.tradehall.catalog.model.Product;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Source;

/**
 * One change of a branch's stock of a product. Append-only: the sum of all movements of a product
 * in a branch is its {@link Inventory}.
 */
@Entity
@Table(name = "stock_movements")
public class StockMovement extends BusinessOwned {

  @Column(name = "branch_id")
  private Long branchId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  @Enumerated(EnumType.STRING)
  private MovementKind kind;

  private Quantity quantity;
  private Quantity balance;
  @Embedded private Source source;

  protected StockMovement() {}

  StockMovement(
      Long branchId,
      Product product,
      MovementKind kind,
      Quantity quantity,
      Quantity balance,
      Source source) {
    this.branchId = branchId;
    this.product = product;
    this.kind = kind;
    this.quantity = quantity;
    this.balance = balance;
    this.source = source;
  }

  public Product getProduct() {
    return product;
  }

  public MovementKind getKind() {
    return kind;
  }

  /** Positive = into stock. */
  public Quantity getQuantity() {
    return quantity;
  }

  /** Stock on hand after this movement. */
  public Quantity getBalance() {
    return balance;
  }

  public Source getSource() {
    return source;
  }
}
