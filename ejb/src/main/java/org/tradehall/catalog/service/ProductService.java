package org.tradehall.catalog.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** The catalogue: what a business sells. */
@Stateless
public class ProductService {

  private static final Map<String, String> SORTS =
      Map.of("sku", "p.skuKey", "name", "p.nameKey", "price", "p.price");

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;
  @Inject Event<ProductCreated> created;
  @Inject Clock clock;

  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public Slice<Product> search(@Valid ProductQuery query) {
    var where = where(query);
    var order = Search.orderBy(SORTS, query.sort(), "name", query.descending(), "p.id");
    var rows =
        bind(
                em.createQuery(
                    "select p from Product p join fetch p.taxRate" + where + order, Product.class),
                query)
            .setFirstResult(Math.max(0, query.first()))
            .setMaxResults(Search.rows(query.max()))
            .getResultList();
    long total =
        bind(em.createQuery("select count(p) from Product p" + where, Long.class), query)
            .getSingleResult();
    return new Slice<>(shown(rows), total);
  }

  /** At most 20 active products for a picker; an exact SKU or barcode comes first. */
  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public List<Product> suggest(String text) {
    if (Search.isBlank(text)) {
      return List.of();
    }
    var key = text.strip().toLowerCase(Locale.ROOT);
    return shown(
        em.createQuery(
                "select p from Product p join fetch p.taxRate where p.active = true"
                    + " and (p.skuKey like :start escape '\\' or p.nameKey like :part escape '\\'"
                    + " or p.barcode = :barcode)"
                    + " order by case when p.skuKey = :key or p.barcode = :barcode then 0"
                    + " when p.skuKey like :start escape '\\' then 1 else 2 end, p.nameKey, p.id",
                Product.class)
            .setParameter("start", Search.startingWith(text))
            .setParameter("part", Search.containing(text))
            .setParameter("key", key)
            .setParameter("barcode", text.strip())
            .setMaxResults(20)
            .getResultList());
  }

  /** A product; without its cost where the caller may not see that. */
  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public Product get(Long id) {
    return shown(List.of(find(id))).get(0);
  }

  private Product find(Long id) {
    var product = em.find(Product.class, id);
    if (product == null) {
      throw new NotFoundException("catalog.no-such-product");
    }
    product.getTaxRate().getPercent();
    return product;
  }

  /** What the caller may see of products. They are cut loose first, so that nothing is written. */
  private List<Product> shown(List<Product> products) {
    if (!context.allows(Permission.PRODUCT_COST_VIEW)) {
      products.forEach(em::detach);
      products.forEach(Product::hideCost);
    }
    return products;
  }

  @Requires(Permission.PRODUCT_EDIT)
  public Product create(@NotNull @Valid ProductForm form) {
    var rate = taxRate(form.taxRateId());
    var product =
        new Product(
            form.sku(), form.name(), form.kind(), money(form.price()), rate, clock.instant());
    product.describe(form.name(), form.barcode());
    product.price(money(form.price()), money(form.cost()), rate);
    product.activate(form.active());
    em.persist(product);
    em.flush();
    created.fire(new ProductCreated(product, opening(form)));
    deeds.fire(new Deed("product.create", "Product", product.getId()).made(product.facts()));
    return product;
  }

  /**
   * @throws ConflictException if somebody else changed the product since it was read
   */
  @Requires(Permission.PRODUCT_EDIT)
  public Product update(Long id, @NotNull @Valid ProductForm form) {
    var product = find(id);
    if (form.version() != null && !form.version().equals(product.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    if (form.kind() != product.getKind()) {
      throw new InvalidException(Violation.at("kind", "catalog.kind-is-fixed"));
    }
    var before = product.facts();
    product.renumber(form.sku());
    product.describe(form.name(), form.barcode());
    // Whoever does not see the cost does not send it either.
    boolean seen = context.allows(Permission.PRODUCT_COST_VIEW);
    var cost = seen ? money(form.cost()) : product.getCost();
    product.price(money(form.price()), cost, taxRate(form.taxRateId()));
    product.activate(form.active());
    em.flush();
    deeds.fire(new Deed("product.update", "Product", id).changed(before, product.facts()));
    return shown(List.of(product)).get(0);
  }

  private TaxRate taxRate(Long id) {
    if (id == null) {
      return em.createQuery("select t from TaxRate t order by t.id", TaxRate.class)
          .setMaxResults(1)
          .getSingleResult();
    }
    var rate = em.find(TaxRate.class, id);
    if (rate == null) {
      throw new InvalidException(Violation.at("taxRateId", "catalog.no-such-tax-rate"));
    }
    return rate;
  }

  private static Money money(BigDecimal amount) {
    return amount == null ? null : Money.of(amount);
  }

  private static Quantity opening(ProductForm form) {
    return form.openingStock() == null ? Quantity.ZERO : Quantity.of(form.openingStock());
  }

  private static String where(ProductQuery query) {
    var text =
        Search.isBlank(query.text())
            ? "1 = 1"
            : "(p.nameKey like :part escape '\\' or p.skuKey like :start escape '\\'"
                + " or p.barcode = :barcode)";
    return " where " + text + (query.active() == null ? "" : " and p.active = :active");
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> jpql, ProductQuery query) {
    if (!Search.isBlank(query.text())) {
      jpql.setParameter("part", Search.containing(query.text()))
          .setParameter("start", Search.startingWith(query.text()))
          .setParameter("barcode", query.text().strip());
    }
    return query.active() == null ? jpql : jpql.setParameter("active", query.active());
  }
}
