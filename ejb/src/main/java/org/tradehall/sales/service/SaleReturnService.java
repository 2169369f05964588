package org.tradehall.sales.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
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
import org.tradehall.replica.service.Reads;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.model.ReturnedShare;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.model.SaleReturn;
import org.tradehall.sales.model.SaleReturnItem;
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

/** Taking back what was sold. The sale stays as it is; the return is a document of its own. */
@Stateless
public class SaleReturnService {

  private static final String SOURCE = "SALE_RETURN";

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject SaleService sales;
  @Inject Stock stock;
  @Inject CustomerLedger ledger;
  @Inject NumberSeries numbers;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Takes back part or all of a sale, now.
   *
   * @throws InvalidException if a line is unknown, or more comes back than was sold
   */
  @Requires(Permission.SALE_RETURN)
  public SaleReturn record(@NotNull Long saleId, @NotNull @Valid NewReturn request) {
    em.find(Sale.class, saleId, LockModeType.PESSIMISTIC_WRITE);
    var sale = sales.get(saleId);
    if (sale.getCustomer() == null && request.refundMethod() == null) {
      throw new InvalidException(Violation.at("refundMethod", "sales.walk-in-is-refunded"));
    }
    var now = clock.instant();
    var date = sale.getBranch().businessDate(now);
    var recording = new Recording(date, now, context.getUserId());
    var saleReturn = takeBack(sale, request, recording);
    if (request.refundMethod() != null) {
      saleReturn.refund(saleReturn.getTotal());
    }
    em.persist(saleReturn);
    var source = recording.sourceOf(SOURCE, saleReturn.getId());
    var changes = saleReturn.getItems().stream().map(SaleReturnItem::stockChange).toList();
    stock.move(sale.getBranch(), MovementKind.RETURN, changes, source);
    settle(saleReturn, request.refundMethod(), source);
    em.flush();
    saleReturn.complete(numbers.take(sale.getBranch(), DocumentKind.SALE_RETURN, date));
    deeds.fire(
        new Deed(
            "sale.return",
            "SaleReturn",
            saleReturn.getId(),
            Map.of(
                "number", saleReturn.getNumber(),
                "sale", sale.getNumber(),
                "total", saleReturn.getTotal())));
    em.flush();
    return saleReturn;
  }

  /** The returns of a sale with their items, oldest first. */
  @Reads
  @Requires(Permission.SALE_VIEW)
  public List<SaleReturn> of(Long saleId) {
    return em.createQuery(
            "select distinct r from SaleReturn r join fetch r.items where r.sale.id = :sale"
                + " order by r.id",
            SaleReturn.class)
        .setParameter("sale", saleId)
        .getResultList();
  }

  private SaleReturn takeBack(Sale sale, NewReturn request, Recording recording) {
    var currency = context.getCurrency();
    var before = ReturnedShare.of(sale, currency);
    var saleReturn = new SaleReturn(sale, request.reason(), recording);
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < request.lines().size(); i++) {
      var line = request.lines().get(i);
      var quantity = Quantity.of(line.quantity());
      if (line.line() < 1 || line.line() > sale.getItems().size()) {
        violations.add(Violation.at("lines[" + i + "].line", "sales.unknown-line"));
        continue;
      }
      var sold = sale.getItems().get(line.line() - 1);
      var returnable = sold.getReturnableQuantity();
      if (quantity.compareTo(returnable) > 0) {
        violations.add(Violation.at("lines[" + i + "].quantity", "sales.more-than-sold"));
        continue;
      }
      saleReturn.takeBack(sold, quantity, currency);
    }
    if (!violations.isEmpty()) {
      throw new InvalidException(violations);
    }
    saleReturn.total(before, currency);
    return saleReturn;
  }

  private void settle(SaleReturn saleReturn, PaymentMethod refundMethod, Source source) {
    var customer = saleReturn.getCustomer();
    var total = saleReturn.getTotal();
    var entries = new ArrayList<Entry>();
    entries.add(new Entry(CustomerTransactionKind.RETURN, total.negate()));
    if (refundMethod != null && total.isPositive()) {
      var customerId = customer == null ? null : customer.getId();
      var branchId = saleReturn.getBranch().getId();
      var back = total.negate();
      em.persist(new Payment(branchId, customerId, refundMethod, back, back, source));
      entries.add(new Entry(CustomerTransactionKind.REFUND, total));
    }
    if (customer != null) {
      ledger.post(customer, entries, source);
    }
  }
}
