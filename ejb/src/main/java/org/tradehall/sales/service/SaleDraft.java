package org.tradehall.sales.service;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.catalog.model.Product;
import org.tradehall.parties.model.Customer;
import org.tradehall.sales.model.LineDiscount;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.model.Sale;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.service.BusinessContext;

/** Turns what was asked for into a totalled draft: looks everything up, and names what is amiss. */
@ApplicationScoped
public class SaleDraft {

  /** Below this every sum fits the database's numeric(19,4). */
  private static final Money TOO_MUCH = Money.of("1000000000000");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Inject EntityManager em;
  @Inject BusinessContext context;

  Sale of(NewSale request, Branch branch, Recording recording) {
    var products = products(request.lines());
    var business = context.getBusiness();
    var sale =
        new Sale(branch, customer(request.customerId()), business.isPricesIncludeTax(), recording);
    for (var line : request.lines()) {
      var product = products.get(line.productId());
      var price = requireNonNullElse(line.unitPrice(), product.getPrice().getAmount());
      sale.add(product, Quantity.of(line.quantity()), price, discount(line));
    }
    sale.total(
        requireNonNullElse(request.discountPercent(), BigDecimal.ZERO),
        money(request.discountAmount()),
        context.getCurrency());
    withinLimit(sale, request.lines(), products);
    sale.annotate(request.note());
    if (sale.getTotal().compareTo(TOO_MUCH) >= 0) {
      throw new InvalidException(Violation.at("lines", "sales.too-much"));
    }
    return sale;
  }

  /**
   * Holds the discount against the caller's role. What counts is what the document comes to beside
   * its lines at list prices, so that a lower unit price is a discount as well.
   */
  private void withinLimit(Sale sale, List<NewSale.Line> lines, Map<Long, Product> products) {
    var limit = context.getLimits().maximumDiscount();
    if (limit == null) {
      return;
    }
    var list =
        lines.stream()
            .map(l -> products.get(l.productId()).getPrice().getAmount().multiply(l.quantity()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var asked = sale.getSubtotal().minus(sale.getDiscount()).getAmount();
    var least = list.multiply(HUNDRED.subtract(limit)).divide(HUNDRED);
    if (asked.compareTo(Money.rounded(least, context.getCurrency()).getAmount()) < 0) {
      throw new InvalidException(
          Violation.at("discountPercent", "sales.discount-limit", limit.stripTrailingZeros()));
    }
  }

  private Map<Long, Product> products(List<NewSale.Line> lines) {
    var ids = lines.stream().map(NewSale.Line::productId).distinct().toList();
    var found = new HashMap<Long, Product>();
    em.createQuery("select p from Product p join fetch p.taxRate where p.id in :ids", Product.class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(product -> found.put(product.getId(), product));
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < lines.size(); i++) {
      var product = found.get(lines.get(i).productId());
      var path = "lines[" + i + "].productId";
      if (product == null) {
        violations.add(Violation.at(path, "sales.unknown-product"));
      } else if (!product.isActive()) {
        violations.add(Violation.at(path, "sales.inactive-product", product.getName()));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidException(violations);
    }
    return found;
  }

  private Customer customer(Long id) {
    if (id == null) {
      return null;
    }
    var customer = em.find(Customer.class, id);
    if (customer == null) {
      throw new InvalidException(Violation.at("customerId", "sales.unknown-customer"));
    }
    return customer;
  }

  private LineDiscount discount(NewSale.Line line) {
    return new LineDiscount(
        requireNonNullElse(line.discountPercent(), BigDecimal.ZERO),
        money(line.discountAmount()),
        context.getCurrency());
  }

  private static Money money(BigDecimal amount) {
    return amount == null ? Money.ZERO : Money.of(amount);
  }
}
