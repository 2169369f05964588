package org.tradehall.sales.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tradehall.inventory.model.MovementKind;
import org.tradehall.inventory.service.Stock;
import org.tradehall.ledger.model.CustomerTransactionKind;
import org.tradehall.ledger.model.Payment;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.ledger.service.CustomerLedger;
import org.tradehall.ledger.service.CustomerLedger.Entry;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.model.SaleItem;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Source;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.DocumentKind;
import org.tradehall.tenancy.service.NumberSeries;

/**
 * Records a sale within the caller's transaction. Locks are taken in one order everywhere:
 * inventory by product, then the customer's account, then the number series.
 */
@ApplicationScoped
public class SaleRecorder {

  static final String SOURCE = "SALE";

  @Inject EntityManager em;
  @Inject SaleDraft draft;
  @Inject Stock stock;
  @Inject CustomerLedger ledger;
  @Inject NumberSeries numbers;
  @Inject Event<Deed> deeds;

  public Sale record(NewSale request, Branch branch, Recording recording) {
    var sale = draft.of(request, branch, recording);
    var paid = payments(request.payments(), sale);
    em.persist(sale);
    var source = recording.sourceOf(SOURCE, sale.getId());
    paid.forEach(share -> em.persist(share.payment(sale, source)));
    var changes = sale.getItems().stream().map(SaleItem::stockChange).toList();
    stock.move(branch, MovementKind.ISSUE, changes, source);
    post(sale, paid, source);
    em.flush();
    sale.complete(numbers.take(branch, DocumentKind.SALE, recording.getBusinessDate()));
    deeds.fire(
        new Deed(
            "sale.record",
            "Sale",
            sale.getId(),
            Map.of("number", sale.getNumber(), "total", sale.getTotal())));
    em.flush();
    return sale;
  }

  private record Share(PaymentMethod method, Money amount, Money tendered) {

    Payment payment(Sale sale, Source source) {
      var customer = sale.getCustomer() == null ? null : sale.getCustomer().getId();
      return new Payment(sale.getBranch().getId(), customer, method, amount, tendered, source);
    }
  }

  private static List<Share> payments(List<NewSale.NewPayment> payments, Sale sale) {
    var shares = new ArrayList<Share>();
    for (int i = 0; i < payments.size(); i++) {
      var tendered = Money.of(payments.get(i).amount());
      var amount = tendered.min(sale.getDue());
      var method = payments.get(i).method();
      if (method != PaymentMethod.CASH && amount.compareTo(tendered) < 0) {
        throw new InvalidException(
            Violation.at("payments[" + i + "].amount", "sales.overpaid", sale.getDue()));
      }
      if (amount.isPositive()) {
        sale.pay(amount);
        shares.add(new Share(method, amount, tendered));
      }
    }
    if (sale.getCustomer() == null && sale.getDue().isPositive()) {
      throw new InvalidException(Violation.at("payments", "sales.walk-in-must-pay", sale.getDue()));
    }
    return shares;
  }

  private void post(Sale sale, List<Share> paid, Source source) {
    if (sale.getCustomer() == null) {
      return;
    }
    var entries = new ArrayList<Entry>();
    entries.add(new Entry(CustomerTransactionKind.SALE, sale.getTotal()));
    paid.forEach(
        share -> entries.add(new Entry(CustomerTransactionKind.PAYMENT, share.amount().negate())));
    ledger.post(sale.getCustomer(), entries, source);
  }
}
