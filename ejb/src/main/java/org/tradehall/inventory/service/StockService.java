package org.tradehall.inventory.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.service.ProductCreated;
import org.tradehall.inventory.model.Inventory;
import org.tradehall.inventory.model.MovementKind;
import org.tradehall.inventory.model.StockAdjustment;
import org.tradehall.inventory.model.StockChange;
import org.tradehall.inventory.model.StockMovement;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Source;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.DocumentKind;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.NumberSeries;
import org.tradehall.tenancy.service.Requires;

/** What is on hand, and correcting it. */
@Stateless
public class StockService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Stock stock;
  @Inject NumberSeries numbers;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** Stock of each product over all branches; a product without stock rows is missing. */
  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public Map<Long, Quantity> onHand(Collection<Long> productIds) {
    var sums = new HashMap<Long, Quantity>();
    if (!productIds.isEmpty()) {
      em.createQuery("select i from Inventory i where i.productId in :ids", Inventory.class)
          .setParameter("ids", productIds)
          .getResultList()
          .forEach(row -> sums.merge(row.getProductId(), row.getQuantity(), Quantity::plus));
    }
    return sums;
  }

  /** The latest movements of a product, newest first. */
  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public List<StockMovement> movements(Long productId, int max) {
    return em.createQuery(
            "select m from StockMovement m where m.product.id = :product order by m.id desc",
            StockMovement.class)
        .setParameter("product", productId)
        .setMaxResults(max)
        .getResultList();
  }

  /** The movements that a document caused. */
  @Reads
  @Requires(Permission.SALE_VIEW)
  public List<StockMovement> movementsOf(Long documentId) {
    return em.createQuery(
            "select m from StockMovement m join fetch m.product where m.source.documentId = :id"
                + " order by m.id",
            StockMovement.class)
        .setParameter("id", documentId)
        .getResultList();
  }

  /** Changes stock of one product in the caller's branch by a document of its own. */
  @Requires(Permission.STOCK_ADJUST)
  public StockAdjustment adjust(@Valid NewAdjustment request) {
    var product = em.find(Product.class, request.productId());
    if (product == null || !product.isStocked()) {
      throw new InvalidException(Violation.at("productId", "inventory.not-stocked"));
    }
    return adjust(product, Quantity.of(request.quantity()), request.reason());
  }

  @Requires(Permission.PRODUCT_EDIT)
  public void open(@Observes ProductCreated created) {
    if (created.product().isStocked() && !created.openingStock().isZero()) {
      adjust(created.product(), created.openingStock(), "OPENING");
    }
  }

  private StockAdjustment adjust(Product product, Quantity quantity, String reason) {
    var branch = context.getBranch();
    var now = clock.instant();
    var date = branch.businessDate(now);
    var number = numbers.take(branch, DocumentKind.STOCK_ADJUSTMENT, date);
    var adjustment =
        new StockAdjustment(
            branch.getId(), number, reason, null, null, date, now, context.getUserId());
    em.persist(adjustment);
    var source = new Source("STOCK_ADJUSTMENT", adjustment.getId(), date, now, context.getUserId());
    stock.move(
        branch,
        MovementKind.ADJUSTMENT,
        List.of(new StockChange(product, quantity, "quantity")),
        source);
    deeds.fire(
        new Deed(
            "stock.adjust",
            "StockAdjustment",
            adjustment.getId(),
            Map.of("sku", product.getSku(), "quantity", quantity, "reason", reason)));
    em.flush();
    return adjustment;
  }
}
