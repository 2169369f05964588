package org.tradehall.inventory.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tradehall.inventory.model.Inventory;
import org.tradehall.inventory.model.MovementKind;
import org.tradehall.inventory.model.StockChange;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Source;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * Moves stock of a branch, in the transaction of the document that causes it. The inventory rows
 * are locked in the order of their products, so that two documents never wait for each other.
 */
@ApplicationScoped
public class Stock {

  @Inject EntityManager em;
  @Inject BusinessContext context;

  /**
   * Moves what the lines say; services are passed over.
   *
   * @throws InvalidException if stock would fall below zero and the business does not allow that;
   *     judged on the sum of a product's lines
   */
  public void move(Branch branch, MovementKind kind, List<StockChange> changes, Source source) {
    move(branch, kind, changes, source, context.getBusiness().isAllowNegativeStock());
  }

  /** Moves what has happened already, whatever the stock on hand. */
  public void record(Branch branch, MovementKind kind, List<StockChange> changes, Source source) {
    move(branch, kind, changes, source, true);
  }

  /** What one document has moved. */
  public record Movements(MovementKind kind, List<StockChange> changes, Source source) {}

  /** Moves what several documents have moved already; all of it is locked before any is moved. */
  public void record(Branch branch, List<Movements> documents) {
    var stocked =
        documents.stream()
            .flatMap(document -> document.changes().stream())
            .filter(change -> change.product().isStocked())
            .toList();
    if (stocked.isEmpty()) {
      return;
    }
    var inventory = lock(branch, stocked);
    for (var document : documents) {
      for (var change : document.changes()) {
        if (change.product().isStocked()) {
          var row = inventory.get(change.product().getId());
          em.persist(row.move(document.kind(), change.quantity(), document.source()));
        }
      }
    }
  }

  private void move(
      Branch branch,
      MovementKind kind,
      List<StockChange> changes,
      Source source,
      boolean belowZero) {
    var stocked = changes.stream().filter(change -> change.product().isStocked()).toList();
    if (stocked.isEmpty()) {
      return;
    }
    var inventory = lock(branch, stocked);
    if (!belowZero) {
      refuseShortage(stocked, inventory);
    }
    for (var change : stocked) {
      var row = inventory.get(change.product().getId());
      em.persist(row.move(kind, change.quantity(), source));
    }
  }

  private Map<Long, Inventory> lock(Branch branch, List<StockChange> changes) {
    var products = new TreeSet<Long>();
    changes.forEach(change -> products.add(change.product().getId()));
    var locked = lockExisting(branch, products);
    if (locked.size() < products.size()) {
      var missing = new TreeSet<>(products);
      missing.removeAll(locked.keySet());
      open(branch, missing);
      locked.putAll(lockExisting(branch, missing));
    }
    return locked;
  }

  private Map<Long, Inventory> lockExisting(Branch branch, Collection<Long> products) {
    var rows = new HashMap<Long, Inventory>();
    em.createQuery(
            "select i from Inventory i where i.branchId = :branch and i.productId in :products"
                + " order by i.productId",
            Inventory.class)
        .setParameter("branch", branch.getId())
        .setParameter("products", products)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(row -> rows.put(row.getProductId(), row));
    return rows;
  }

  private void open(Branch branch, Collection<Long> products) {
    var connection = em.unwrap(Connection.class);
    try (var insert =
        connection.prepareStatement(
            """
            insert into inventory (business_id, id, branch_id, product_id, quantity)
            select app_business(), nextval('ids'), ?, product, 0
            from unnest(?) product order by product
            on conflict (business_id, branch_id, product_id) do nothing""")) {
      insert.setLong(1, branch.getId());
      insert.setArray(2, connection.createArrayOf("bigint", products.toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Inventory rows could not be opened", e);
    }
  }

  private static void refuseShortage(List<StockChange> changes, Map<Long, Inventory> inventory) {
    var wanted = new HashMap<Long, Quantity>();
    changes.forEach(
        change -> wanted.merge(change.product().getId(), change.quantity(), Quantity::plus));
    var violations = new ArrayList<Violation>();
    for (var change : changes) {
      var onHand = inventory.get(change.product().getId()).getQuantity();
      var sum = wanted.remove(change.product().getId());
      if (sum != null && sum.isNegative() && onHand.plus(sum).isNegative()) {
        violations.add(
            Violation.at(
                change.path(),
                "inventory.stock-short",
                change.product().getName(),
                onHand,
                sum.negate()));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidException(violations);
    }
  }
}
