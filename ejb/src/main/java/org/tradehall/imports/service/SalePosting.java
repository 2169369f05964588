package org.tradehall.imports.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.inventory.service.Stock;
import org.tradehall.ledger.service.CustomerLedger;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.NumberSeries;

/**
 * Posts imported documents, many in one transaction: what they need is looked up once, locked once
 * and written in batches. Locks are taken in the order of all other documents: inventory, accounts,
 * number series.
 *
 * <p>Imported documents are history. Stock moves whatever is on hand. Unless the mapping says
 * otherwise they are settled, so that a payment or refund of the whole total stands beside each and
 * no balance changes; walk-ins have always paid.
 */
@ApplicationScoped
public class SalePosting {

  @Inject EntityManager em;
  @Inject KnownRecords known;
  @Inject Stock stock;
  @Inject CustomerLedger ledger;
  @Inject NumberSeries numbers;
  @Inject BusinessContext context;
  @Inject Clock clock;

  /**
   * Posts what has not been imported before.
   *
   * @param names what products are called that are named for the first time
   * @return the references that have been imported before
   */
  Set<String> post(List<ImportDocument> documents, ImportMapping mapping, ProductNames names) {
    var references = documents.stream().map(ImportDocument::reference).toList();
    var booked = known.bookedDocuments(references);
    var fresh = documents.stream().filter(d -> !booked.contains(d.reference())).toList();
    if (!fresh.isEmpty()) {
      var products = products(fresh, mapping, names);
      var customers = customers(fresh);
      em.flush();
      var batch =
          new SaleBatch(
              em,
              em.getReference(Branch.class, context.getBranchId()),
              context,
              mapping.pricesIncludeTax(context.getBusiness().isPricesIncludeTax()),
              mapping.isOnAccount());
      fresh.forEach(d -> batch.add(d, products, d.customer().map(customers::get).orElse(null)));
      batch.post(stock, ledger, numbers);
    }
    return booked;
  }

  private Map<String, Product> products(
      List<ImportDocument> documents, ImportMapping mapping, ProductNames names) {
    var lineOfSku =
        documents.stream()
            .flatMap(document -> document.lines().stream())
            .collect(
                Collectors.toMap(
                    SaleLine::sku, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    var products = new HashMap<>(known.products(lineOfSku.keySet()));
    if (products.size() < lineOfSku.size()) {
      var rate = taxRate(mapping);
      var now = clock.instant();
      lineOfSku.forEach(
          (sku, line) ->
              products.computeIfAbsent(
                  sku,
                  unknown -> {
                    var kind = line.service() ? ProductKind.SERVICE : ProductKind.GOODS;
                    var price = names.price(sku).setScale(Money.MAX_SCALE, RoundingMode.HALF_UP);
                    var product =
                        new Product(sku, names.name(sku), kind, Money.of(price), rate, now);
                    em.persist(product);
                    return product;
                  }));
    }
    return products;
  }

  private TaxRate taxRate(ImportMapping mapping) {
    var rates = known.taxRates();
    var wanted = mapping.taxPercent();
    if (wanted.isEmpty()) {
      return rates.get(0);
    }
    return rates.stream()
        .filter(rate -> rate.getPercent().compareTo(wanted.get()) == 0)
        .findFirst()
        .orElseGet(() -> newRate(wanted.get()));
  }

  private TaxRate newRate(BigDecimal percent) {
    var rate = new TaxRate(percent.toPlainString() + " %", percent);
    em.persist(rate);
    return rate;
  }

  /** A file of sales tells a customer's code and country; the code is all the name there is. */
  private Map<String, Customer> customers(List<ImportDocument> documents) {
    var countryOfCode = new LinkedHashMap<String, String>();
    for (var document : documents) {
      document.customer().ifPresent(code -> countryOfCode.putIfAbsent(code, document.country()));
    }
    var customers = new HashMap<>(known.customers(countryOfCode.keySet()));
    countryOfCode.forEach(
        (code, country) ->
            customers.computeIfAbsent(
                code,
                unknown -> {
                  var customer = new Customer(code, code, clock.instant());
                  customer.contact(null, null, country);
                  em.persist(customer);
                  return customer;
                }));
    return customers;
  }
}
