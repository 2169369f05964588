package org.tradehall.imports.service;

import static org.tradehall.imports.service.ImportField.ACTIVE;
import static org.tradehall.imports.service.ImportField.BARCODE;
import static org.tradehall.imports.service.ImportField.COST;
import static org.tradehall.imports.service.ImportField.KIND;
import static org.tradehall.imports.service.ImportField.NAME;
import static org.tradehall.imports.service.ImportField.PRICE;
import static org.tradehall.imports.service.ImportField.SKU;
import static org.tradehall.imports.service.ImportField.STOCK;
import static org.tradehall.imports.service.ImportField.TAX;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.shared.model.Money;

/**
 * A file of products. A column that the file has not, and an empty value in one that it has, leaves
 * the product as it is; only a barcode and a cost can be emptied. Stock is the opening stock of a
 * product that is new, for stock on hand is not changed without a count.
 */
final class ProductCards implements Cards {

  private static final Map<String, Boolean> TRUTH =
      Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

  private final ImportMapping mapping;
  private final KnownRecords known;
  private final ProductService products;
  private final FormCheck check;
  private final Map<String, String> skuOfBarcode = new HashMap<>();
  private Map<String, Product> existing = Map.of();
  private Map<String, Product> byBarcode = Map.of();
  private List<TaxRate> rates = List.of();

  ProductCards(
      ImportMapping mapping, KnownRecords known, ProductService products, FormCheck check) {
    this.mapping = mapping;
    this.known = known;
    this.products = products;
    this.check = check;
  }

  @Override
  public ImportField code() {
    return SKU;
  }

  @Override
  public void look(List<SourceRow> rows) {
    existing = known.products(texts(rows, SKU));
    byBarcode = known.barcodes(texts(rows, BARCODE));
    rates = known.taxRates();
  }

  private static Set<String> texts(List<SourceRow> rows, ImportField field) {
    var texts = new HashSet<String>();
    rows.stream().map(row -> row.text(field)).filter(t -> !t.isEmpty()).forEach(texts::add);
    return texts;
  }

  @Override
  public Change change(SourceRow row) throws RowProblem {
    var product = existing.get(row.code(SKU));
    var form = form(row, product);
    refuseTakenBarcode(form);
    check.check(form);
    if (product == null) {
      return new Change(RowOutcome.CREATED, () -> products.create(form));
    }
    if (form.kind() != product.getKind()) {
      throw new RowProblem("imports.kind-fixed", KIND.key(), product.getKind());
    }
    if (same(form, product)) {
      return new Change(RowOutcome.SKIPPED, () -> {});
    }
    return new Change(RowOutcome.UPDATED, () -> products.update(product.getId(), form));
  }

  private ProductForm form(SourceRow row, Product product) throws RowProblem {
    var barcode = row.has(BARCODE) ? row.optionalCode(BARCODE) : null;
    var price = decimal(row, PRICE);
    var cost = decimal(row, COST);
    if (product == null) {
      return new ProductForm(
          row.text(SKU),
          row.required(NAME),
          barcode == null || barcode.isEmpty() ? null : barcode,
          kind(row, ProductKind.GOODS),
          price == null ? BigDecimal.ZERO : price,
          cost,
          rate(row, rates.get(0)).getId(),
          active(row, true),
          null,
          decimal(row, STOCK));
    }
    var keptCost = product.getCost() == null ? null : product.getCost().getAmount();
    return new ProductForm(
        product.getSku(),
        row.required(NAME),
        barcode == null ? product.getBarcode() : barcode.isEmpty() ? null : barcode,
        kind(row, product.getKind()),
        price == null ? product.getPrice().getAmount() : price,
        row.has(COST) ? cost : keptCost,
        rate(row, product.getTaxRate()).getId(),
        active(row, product.isActive()),
        product.getVersion(),
        null);
  }

  private BigDecimal decimal(SourceRow row, ImportField field) throws RowProblem {
    return row.text(field).isEmpty() ? null : row.decimal(field, mapping.decimal());
  }

  private static ProductKind kind(SourceRow row, ProductKind otherwise) throws RowProblem {
    var text = row.text(KIND).toUpperCase(Locale.ROOT);
    return switch (text) {
      case "" -> otherwise;
      case "GOODS" -> ProductKind.GOODS;
      case "SERVICE" -> ProductKind.SERVICE;
      default -> throw new RowProblem("imports.value-choice", KIND.key(), text, "GOODS, SERVICE");
    };
  }

  private static boolean active(SourceRow row, boolean otherwise) throws RowProblem {
    var text = row.text(ACTIVE).toLowerCase(Locale.ROOT);
    if (!text.isEmpty() && !TRUTH.containsKey(text)) {
      throw new RowProblem("imports.value-choice", ACTIVE.key(), text, "true, false");
    }
    return text.isEmpty() ? otherwise : TRUTH.get(text);
  }

  private TaxRate rate(SourceRow row, TaxRate otherwise) throws RowProblem {
    var percent = decimal(row, TAX);
    if (percent == null) {
      return otherwise;
    }
    return rates.stream()
        .filter(rate -> rate.getPercent().compareTo(percent) == 0)
        .findFirst()
        .orElseThrow(() -> new RowProblem("imports.tax-unknown", TAX.key(), percent));
  }

  private void refuseTakenBarcode(ProductForm form) throws RowProblem {
    if (form.barcode() == null) {
      return;
    }
    var holder = byBarcode.get(form.barcode());
    var inFile = skuOfBarcode.putIfAbsent(form.barcode(), form.sku());
    var inUse = holder != null && !holder.getSku().equals(form.sku());
    if (inUse || (inFile != null && !inFile.equals(form.sku()))) {
      throw new RowProblem("imports.barcode-taken", BARCODE.key(), form.barcode());
    }
  }

  private static boolean same(ProductForm form, Product product) {
    return form.name().equals(product.getName())
        && Objects.equals(form.barcode(), product.getBarcode())
        && Objects.equals(Money.of(form.price()), product.getPrice())
        && Objects.equals(form.cost() == null ? null : Money.of(form.cost()), product.getCost())
        && form.taxRateId().equals(product.getTaxRate().getId())
        && form.active() == product.isActive();
  }
}
