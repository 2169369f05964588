package org.tradehall.sales.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.tradehall.catalog.model.Product;
import org.tradehall.parties.model.Customer;
import org.tradehall.replica.service.Reads;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.model.Sale;
import org.tradehall.sales.model.SaleItem;
import org.tradehall.sales.model.SaleRow;
import org.tradehall.sales.model.SaleTax;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** The main job: recording sales, and finding them again. */
@Stateless
public class SaleService {

  private static final Map<String, String> SORTS =
      Map.of("date", "s.recording.businessDate", "number", "s.number", "total", "s.total");

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject SaleDraft draft;
  @Inject SaleRecorder recorder;
  @Inject Clock clock;

  /**
   * Records a sale now: number, items, stock, ledger and log in one transaction.
   *
   * @throws InvalidException if something in the request is unknown, out of bounds or out of stock
   */
  @Requires(Permission.SALE_RECORD)
  public Sale record(@NotNull @Valid NewSale request) {
    var branch = branch(request.branchId());
    return recorder.record(request, branch, recording(branch, clock.instant()));
  }

  /** What the sale would come to; records nothing. */
  @Requires(Permission.SALE_RECORD)
  public SaleQuote quote(@NotNull @Valid NewSale request) {
    var branch = branch(request.branchId());
    var sale = draft.of(request, branch, recording(branch, clock.instant()));
    var amounts = sale.getItems().stream().map(SaleItem::getAmount).toList();
    return new SaleQuote(amounts, sale.totals());
  }

  @Reads
  @Requires(Permission.SALE_VIEW)
  public Slice<SaleRow> search(SaleQuery query) {
    var where = where(query);
    var select =
        "select new org.tradehall.sales.model.SaleRow(s.id, s.number, s.recording.businessDate,"
            + " s.recording.recordedAt, c.name, s.total, s.paid)";
    var order = Search.orderBy(SORTS, query.sort(), "date", query.descending(), "s.id");
    var rows =
        bind(em.createQuery(select + where + order, SaleRow.class), query)
            .setFirstResult(Math.max(0, query.first()))
            .setMaxResults(Search.rows(query.max()))
            .getResultList();
    long total =
        bind(em.createQuery("select count(s)" + where, Long.class), query).getSingleResult();
    return new Slice<>(rows, total);
  }

  /** Number and sums of all sales that the query finds; order and page do not matter. */
  @Reads
  @Requires(Permission.SALE_VIEW)
  public SaleSums sum(SaleQuery query) {
    var select = "select count(s), sum(s.total), sum(s.paid)";
    var sums = bind(em.createQuery(select + where(query), Object[].class), query).getSingleResult();
    return new SaleSums((Long) sums[0], money(sums[1]), money(sums[2]));
  }

  /** A sum of converted values comes back as the database's number, and null if there is none. */
  private static Money money(Object sum) {
    return sum == null ? Money.ZERO : Money.of(sum.toString());
  }

  /** A sale with its items and taxes. */
  @Reads
  @Requires(Permission.SALE_VIEW)
  public Sale get(Long id) {
    var sale = em.find(Sale.class, id);
    if (sale == null) {
      throw new NotFoundException("sales.no-such-sale");
    }
    load(sale);
    return sale;
  }

  /**
   * Loads what belongs to a whole sale now: after the transaction row-level security would show
   * none of it. The products come in one query; then the items find them in the context.
   */
  private void load(Sale sale) {
    em.createQuery("select p from SaleItem i join i.product p where i.sale = :sale", Product.class)
        .setParameter("sale", sale)
        .getResultList();
    sale.getItems().forEach(item -> item.getProduct().getSku());
    sale.getTaxes().forEach(SaleTax::getPercent);
    Stream.of(sale.getBranch()).forEach(Branch::getCode);
    Stream.ofNullable(sale.getCustomer()).forEach(Customer::getCode);
  }

  private Branch branch(Long id) {
    var branch = context.branch(id);
    if (branch == null) {
      throw new InvalidException(Violation.at("branchId", "sales.unknown-branch"));
    }
    return em.getReference(Branch.class, branch.getId());
  }

  private Recording recording(Branch branch, Instant now) {
    return new Recording(branch.businessDate(now), now, context.getUserId());
  }

  private static String where(SaleQuery query) {
    var conditions = new ArrayList<String>();
    conditions.add("s.number is not null");
    if (!Search.isBlank(query.text())) {
      conditions.add(
          "(lower(s.number) like :start escape '\\' or c.nameKey like :part escape '\\')");
    }
    if (query.customerId() != null) {
      conditions.add("c.id = :customer");
    }
    if (query.from() != null) {
      conditions.add("s.recording.businessDate >= :from");
    }
    if (query.to() != null) {
      conditions.add("s.recording.businessDate <= :to");
    }
    if (query.due()) {
      conditions.add("s.paid < s.total");
    }
    return " from Sale s left join s.customer c where " + String.join(" and ", conditions);
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> jpql, SaleQuery query) {
    if (!Search.isBlank(query.text())) {
      jpql.setParameter("start", Search.startingWith(query.text()))
          .setParameter("part", Search.containing(query.text()));
    }
    if (query.customerId() != null) {
      jpql.setParameter("customer", query.customerId());
    }
    if (query.from() != null) {
      jpql.setParameter("from", query.from());
    }
    if (query.to() != null) {
      jpql.setParameter("to", query.to());
    }
    return jpql;
  }
}
