package org.tradehall.imports.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.imports.service.ImportSteps.Job;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.tenancy.service.BusinessContext;

/** Chooses how the rows of an import are checked and executed, by its kind. */
@ApplicationScoped
public class ImportPlans {

  @Inject BusinessContext context;
  @Inject KnownRecords known;
  @Inject SalePosting posting;
  @Inject ProductService products;
  @Inject CustomerService customers;
  @Inject FormCheck check;

  DryRun dryRun(Job job) {
    return switch (job.mapping().kind()) {
      case SALES ->
          new SalesDryRun(job.id(), new SaleLine.Reader(job.mapping(), context.getZone()), known);
      case PRODUCTS -> new CardsDryRun(job.id(), productCards(job));
      case CUSTOMERS -> new CardsDryRun(job.id(), customerCards());
    };
  }

  ImportPlan plan(Job job) throws IOException {
    return switch (job.mapping().kind()) {
      case SALES -> new SalesPlan(job.mapping(), context.getZone(), names(job), posting);
      case PRODUCTS -> new CardsPlan(productCards(job));
      case CUSTOMERS -> new CardsPlan(customerCards());
    };
  }

  private ProductNames names(Job job) throws IOException {
    var names = new ProductNames();
    var reader = new SaleLine.Reader(job.mapping(), context.getZone());
    try (var rows = SourceRows.open(job.file(), job.mapping())) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        reader.readIfGood(row.get()).ifPresent(names::add);
      }
    }
    return names;
  }

  private ProductCards productCards(Job job) {
    return new ProductCards(job.mapping(), known, products, check);
  }

  private CustomerCards customerCards() {
    return new CustomerCards(known, customers, check);
  }
}
