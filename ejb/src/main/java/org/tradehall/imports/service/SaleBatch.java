package org.tradehall.imports.service;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tradehall.catalog.model.Product;
import org.tradehall.imports.service.SaleLine.Part;
import org.tradehall.inventory.model.MovementKind;
import org.tradehall.inventory.model.StockAdjustment;
import org.tradehall.inventory.model.StockChange;
import org.tradehall.inventory.service.Stock;
import org.tradehall.ledger.model.CustomerTransactionKind;
import org.tradehall.ledger.model.Payment;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.ledger.service.CustomerLedger;
import org.tradehall.ledger.service.CustomerLedger.Entry;
import org.tradehall.parties.model.Customer;
import org.tradehall.sales.model.LineDiscount;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.model.SaleItem;
import org.tradehall.sales.model.SaleReturn;
import org.tradehall.sales.model.SaleReturnItem;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Source;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.DocumentKind;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.NumberSeries;

/** The documents of one transaction: made one by one, then posted together. */
final class SaleBatch {

  private static final String WRITE_OFF = "WRITE_OFF";

  private record Series(DocumentKind kind, int year) {}

  /** Series are locked in this order. */
  private static final Comparator<Series> IN_ORDER =
      Comparator.comparing(Series::kind).thenComparing(Series::year);

  private final EntityManager em;
  private final Branch branch;
  private final Currency currency;
  private final Long userId;
  private final boolean pricesIncludeTax;
  private final boolean onAccount;
  private final List<Stock.Movements> movements = new ArrayList<>();
  private final List<CustomerLedger.Posting> postings = new ArrayList<>();
  private final Map<Series, List<Consumer<String>>> numbered = new TreeMap<>(IN_ORDER);
  private final List<WriteOff> writeOffs = new ArrayList<>();

  private record WriteOff(
      ImportDocument document, List<SaleLine> lines, List<StockChange> changes) {}

  SaleBatch(
      EntityManager em,
      Branch branch,
      BusinessContext context,
      boolean pricesIncludeTax,
      boolean onAccount) {
    this.em = em;
    this.branch = branch;
    this.currency = context.getCurrency();
    this.userId = context.getUserId();
    this.pricesIncludeTax = pricesIncludeTax;
    this.onAccount = onAccount;
  }

  /**
   * Makes the documents; nothing is locked yet.
   *
   * @param customer null for a walk-in
   */
  void add(ImportDocument document, Map<String, Product> products, Customer customer) {
    var sold = document.lines(Part.SALE);
    if (!sold.isEmpty()) {
      addSale(document, sold, products, customer);
    }
    var returned = document.lines(Part.RETURN);
    if (!returned.isEmpty()) {
      addReturn(document, returned, products, customer);
    }
    var lost = document.lines(Part.WRITE_OFF);
    if (!lost.isEmpty()) {
      var changes =
          lost.stream()
              .map(line -> new StockChange(products.get(line.sku()), quantity(line).negate(), ""))
              .toList();
      writeOffs.add(new WriteOff(document, lost, changes));
    }
  }

  private void addSale(
      ImportDocument document,
      List<SaleLine> lines,
      Map<String, Product> products,
      Customer customer) {
    var recording = recording(document);
    var sale = new Sale(branch, customer, pricesIncludeTax, recording);
    for (var line : lines) {
      var product = products.get(line.sku());
      var item = sale.add(product, quantity(line), price(line), LineDiscount.none(currency));
      if (!line.name().isEmpty()) {
        item.describe(line.name());
      }
    }
    sale.total(BigDecimal.ZERO, Money.ZERO, currency);
    sale.cameFrom(document.reference());
    var paid = customer != null && onAccount ? Money.ZERO : sale.getTotal();
    sale.pay(paid);
    em.persist(sale);
    var source = recording.sourceOf("SALE", sale.getId());
    settle(customer, CustomerTransactionKind.SALE, sale.getTotal(), paid, source);
    var changes = sale.getItems().stream().map(SaleItem::stockChange).toList();
    movements.add(new Stock.Movements(MovementKind.ISSUE, changes, source));
    number(DocumentKind.SALE, recording, sale::complete);
  }

  private void addReturn(
      ImportDocument document,
      List<SaleLine> lines,
      Map<String, Product> products,
      Customer customer) {
    var recording = recording(document);
    var credit =
        new SaleReturn(branch, customer, pricesIncludeTax, document.reference(), recording);
    for (var line : lines) {
      var item = credit.add(products.get(line.sku()), quantity(line), price(line), currency);
      if (!line.name().isEmpty()) {
        item.describe(line.name());
      }
    }
    credit.total(currency);
    var refunded = customer != null && onAccount ? Money.ZERO : credit.getTotal();
    credit.refund(refunded);
    em.persist(credit);
    var source = recording.sourceOf("SALE_RETURN", credit.getId());
    settle(
        customer,
        CustomerTransactionKind.RETURN,
        credit.getTotal().negate(),
        refunded.negate(),
        source);
    var changes = credit.getItems().stream().map(SaleReturnItem::stockChange).toList();
    movements.add(new Stock.Movements(MovementKind.RETURN, changes, source));
    number(DocumentKind.SALE_RETURN, recording, credit::complete);
  }

  /**
   * @param owed what the document adds to the customer's debt
   * @param paid what was paid of it; both negative where money goes back
   */
  private void settle(
      Customer customer, CustomerTransactionKind kind, Money owed, Money paid, Source source) {
    if (!paid.isZero()) {
      var customerId = customer == null ? null : customer.getId();
      em.persist(new Payment(branch.getId(), customerId, PaymentMethod.OTHER, paid, paid, source));
    }
    if (customer != null) {
      var counter =
          kind == CustomerTransactionKind.SALE
              ? CustomerTransactionKind.PAYMENT
              : CustomerTransactionKind.REFUND;
      var entries = List.of(new Entry(kind, owed), new Entry(counter, paid.negate()));
      postings.add(new CustomerLedger.Posting(customer, entries, source));
    }
  }

  private void number(DocumentKind kind, Recording recording, Consumer<String> use) {
    var series = new Series(kind, recording.getBusinessDate().getYear());
    numbered.computeIfAbsent(series, unknown -> new ArrayList<>()).add(use);
  }

  /** Takes the locks and does what needs them. */
  void post(Stock stock, CustomerLedger ledger, NumberSeries numbers) {
    writeOffs.forEach(
        lost -> {
          var recording = recording(lost.document());
          number(DocumentKind.STOCK_ADJUSTMENT, recording, n -> writeOff(lost, recording, n));
        });
    take(numbers, DocumentKind.STOCK_ADJUSTMENT);
    stock.record(branch, movements);
    ledger.post(postings);
    em.flush();
    take(numbers, DocumentKind.SALE);
    take(numbers, DocumentKind.SALE_RETURN);
  }

  private void writeOff(WriteOff lost, Recording recording, String number) {
    var adjustment =
        new StockAdjustment(
            branch.getId(),
            number,
            WRITE_OFF,
            lost.lines().get(0).name(),
            lost.document().reference(),
            recording.getBusinessDate(),
            recording.getRecordedAt(),
            recording.getRecordedBy());
    em.persist(adjustment);
    var source = recording.sourceOf("STOCK_ADJUSTMENT", adjustment.getId());
    movements.add(new Stock.Movements(MovementKind.ADJUSTMENT, lost.changes(), source));
  }

  private void take(NumberSeries numbers, DocumentKind kind) {
    numbered.forEach(
        (series, documents) -> {
          if (series.kind() == kind) {
            var next = numbers.take(branch, kind, series.year(), documents.size());
            for (var document : documents) {
              document.accept(kind.format(branch.getCode(), series.year(), next++));
            }
          }
        });
  }

  private Recording recording(ImportDocument document) {
    return new Recording(branch.businessDate(document.time()), document.time(), userId);
  }

  private static Quantity quantity(SaleLine line) {
    return Quantity.of(line.quantity().abs());
  }

  private static BigDecimal price(SaleLine line) {
    return line.unitPrice().abs();
  }
}
