package org.tradehall.imports.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.parties.model.Customer;

/** Looks up, many at a time, what the business has already. Codes are compared exactly. */
@ApplicationScoped
public class KnownRecords {

  @Inject EntityManager em;

  /** Those of the references under which a sale, a return or an adjustment has been imported. */
  Set<String> bookedDocuments(Collection<String> references) {
    var booked = new HashSet<String>();
    if (!references.isEmpty()) {
      for (var document : new String[] {"Sale", "SaleReturn", "StockAdjustment"}) {
        booked.addAll(
            em.createQuery(
                    "select d.externalRef from "
                        + document
                        + " d where d.externalRef in :references",
                    String.class)
                .setParameter("references", references)
                .getResultList());
      }
    }
    return booked;
  }

  Map<String, Product> products(Collection<String> skus) {
    if (skus.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select p from Product p join fetch p.taxRate where p.sku in :skus", Product.class)
        .setParameter("skus", skus)
        .getResultStream()
        .collect(Collectors.toMap(Product::getSku, Function.identity()));
  }

  /** In the order in which they were made: the first is the usual one. */
  List<TaxRate> taxRates() {
    return em.createQuery("select t from TaxRate t order by t.id", TaxRate.class).getResultList();
  }

  /** Products by barcode. */
  Map<String, Product> barcodes(Collection<String> barcodes) {
    if (barcodes.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("select p from Product p where p.barcode in :barcodes", Product.class)
        .setParameter("barcodes", barcodes)
        .getResultStream()
        .collect(Collectors.toMap(Product::getBarcode, Function.identity()));
  }

  Map<String, Customer> customers(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("select c from Customer c where c.code in :codes", Customer.class)
        .setParameter("codes", codes)
        .getResultStream()
        .collect(Collectors.toMap(Customer::getCode, Function.identity()));
  }
}
