package org.tradehall.expenses.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.expenses.model.Decision;
import org.tradehall.expenses.model.Expense;
import org.tradehall.expenses.model.ExpenseRow;
import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.identity.model.User;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.DocumentKind;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.NumberSeries;
import org.tradehall.tenancy.service.Requires;

/** What the business spends: recording it, deciding on it within one's limit, finding it again. */
@Stateless
public class ExpenseService {

  private static final Map<String, String> SORTS =
      Map.of("date", "e.businessDate", "number", "e.number", "amount", "e.amount");

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject ExpenseDraft draft;
  @Inject NumberSeries numbers;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Records an expense. It is approved at once if the caller could approve it himself, and waits
   * otherwise.
   *
   * @throws InvalidException if something in the request is unknown or out of bounds
   */
  @Requires(Permission.EXPENSE_RECORD)
  public Expense record(@NotNull @Valid NewExpense request) {
    var now = clock.instant();
    var expense = draft.of(request, now);
    if (context.allows(Permission.EXPENSE_APPROVE)
        && context.getLimits().letsApprove(expense.getAmount())) {
      expense.approve(new Decision(expense.getRecordedBy(), now, null));
    }
    em.persist(expense);
    var date = expense.getBusinessDate();
    expense.number(numbers.take(expense.getBranch(), DocumentKind.EXPENSE, date));
    em.flush();
    deeds.fire(new Deed("expense.record", "Expense", expense.getId()).made(expense.facts()));
    em.flush();
    return load(expense);
  }

  /**
   * @throws RefusedException if the amount is beyond the caller's limit
   * @throws ConflictException if somebody else has decided already
   */
  @Requires(Permission.EXPENSE_APPROVE)
  public Expense approve(Long id, @NotNull @Valid ExpenseDecision request) {
    var expense = withinLimit(id);
    return decide(expense, request, Expense::approve, new Deed("expense.approve", "Expense", id));
  }

  /**
   * @throws InvalidException without a reason
   * @throws RefusedException if the amount is beyond the caller's limit
   * @throws ConflictException if somebody else has decided already
   */
  @Requires(Permission.EXPENSE_APPROVE)
  public Expense reject(Long id, @NotNull @Valid ExpenseDecision request) {
    var expense = withinLimit(id);
    needReason(request);
    return decide(expense, request, Expense::reject, new Deed("expense.reject", "Expense", id));
  }

  /**
   * Takes back that an expense was approved.
   *
   * @throws InvalidException without a reason
   * @throws RefusedException if the amount is beyond the caller's limit
   * @throws ConflictException if it is not approved, or not any more
   */
  @Requires(Permission.EXPENSE_APPROVE)
  public Expense cancel(Long id, @NotNull @Valid ExpenseDecision request) {
    var expense = withinLimit(id);
    needReason(request);
    return decide(expense, request, Expense::cancel, new Deed("expense.cancel", "Expense", id));
  }

  /**
   * Takes an expense back on which nobody has decided.
   *
   * @throws ForbiddenException if somebody else has recorded it
   * @throws ConflictException if somebody has decided already
   */
  @Requires(Permission.EXPENSE_RECORD)
  public Expense withdraw(Long id, @NotNull @Valid ExpenseDecision request) {
    var expense = find(id);
    if (!expense.isRecordedBy(context.getUserId())) {
      throw new ForbiddenException("expenses.not-recorded-by-you");
    }
    return decide(expense, request, Expense::withdraw, new Deed("expense.withdraw", "Expense", id));
  }

  private Expense withinLimit(Long id) {
    var expense = find(id);
    var limits = context.getLimits();
    if (!limits.letsApprove(expense.getAmount())) {
      throw new RefusedException("expenses.beyond-limit", limits.expenseLimit());
    }
    return expense;
  }

  private static void needReason(ExpenseDecision request) {
    if (Search.isBlank(request.reason())) {
      throw new InvalidException(Violation.at("reason", "expenses.reason-needed"));
    }
  }

  private Expense decide(
      Expense expense, ExpenseDecision request, BiConsumer<Expense, Decision> change, Deed deed) {
    if (request.version() != null && !request.version().equals(expense.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    var before = expense.facts();
    var decider = em.getReference(User.class, context.getUserId());
    change.accept(expense, new Decision(decider, clock.instant(), request.reason()));
    em.flush();
    deeds.fire(deed.changed(before, expense.facts()));
    em.flush();
    return load(expense);
  }

  @Reads
  @Requires(Permission.EXPENSE_VIEW)
  public Slice<ExpenseRow> search(ExpenseQuery query) {
    var found = new ExpenseSearch(query);
    var select =
        "select new org.tradehall.expenses.model.ExpenseRow(e.id, e.number, e.businessDate, b.id,"
            + " b.name, e.category, e.payee, e.amount, e.status)";
    var order = Search.orderBy(SORTS, query.sort(), "date", query.descending(), "e.id");
    var rows =
        found
            .bind(em.createQuery(select + found.where() + order, ExpenseRow.class))
            .setFirstResult(Math.max(0, query.first()))
            .setMaxResults(Search.rows(query.max()))
            .getResultList();
    long total =
        found.bind(em.createQuery("select count(e)" + found.where(), Long.class)).getSingleResult();
    return new Slice<>(rows, total);
  }

  /** Number and sum of all expenses that the query finds, by what has become of them. */
  @Reads
  @Requires(Permission.EXPENSE_VIEW)
  public List<ExpenseSum> sum(ExpenseQuery query) {
    var found = new ExpenseSearch(query);
    var select = "select e.status, count(e), sum(e.amount)" + found.where() + " group by e.status";
    return found
        .bind(em.createQuery(select, Object[].class))
        .getResultStream()
        // A sum of converted values comes back as the database's number.
        .map(s -> new ExpenseSum((ExpenseStatus) s[0], (Long) s[1], Money.of(s[2].toString())))
        .sorted(Comparator.comparing(ExpenseSum::status))
        .toList();
  }

  @Reads
  @Requires(Permission.EXPENSE_VIEW)
  public Expense get(Long id) {
    return load(find(id));
  }

  /** The rates among which whoever records an expense may choose; the usual one first. */
  @Reads
  @Requires(Permission.EXPENSE_RECORD)
  public List<TaxRate> taxRates() {
    return em.createQuery("select t from TaxRate t order by t.id", TaxRate.class).getResultList();
  }

  private Expense find(Long id) {
    var expense = em.find(Expense.class, id);
    if (expense == null) {
      throw new NotFoundException("expenses.no-such-expense");
    }
    return expense;
  }

  /** What belongs to it, now: after the transaction row-level security would show none of it. */
  private static Expense load(Expense expense) {
    expense.getBranch().getName();
    expense.getRecordedBy().getName();
    if (!expense.isWaiting()) {
      expense.getDecision().getDecidedBy().getName();
    }
    return expense;
  }
}
