package org.tradehall.inventory.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.tradehall.catalog.model.Product;
import org.tradehall.inventory.service.StockService;
import org.tradehall.shared.model.Quantity;

/** Stock beside the products of a page, asked for once a page. */
@Named
@RequestScoped
public class OnHand {
  @EJB StockService stock;
  private List<Product> asked;
  private Map<Long, Quantity> quantities = Map.of();

  /** Null for a service. */
  public Quantity of(Product product, List<Product> page) {
    if (!page.equals(asked)) {
      quantities = stock.onHand(page.stream().map(Product::getId).toList());
      asked = page;
    }
    return product.isStocked() ? quantities.getOrDefault(product.getId(), Quantity.ZERO) : null;
  }
}
