package org.tradehall.expenses.service;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.expenses.model.Expense;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.service.BusinessContext;

/** Turns what was asked for into an expense: looks everything up, and names what is amiss. */
@ApplicationScoped
public class ExpenseDraft {

  /** Bills come late, but not for ever; and what is older is a slip. */
  private static final int YEARS_BACK = 10;

  @Inject EntityManager em;
  @Inject BusinessContext context;

  Expense of(NewExpense request, Instant now) {
    var faults = new ArrayList<Violation>();
    var branch = branch(request.branchId(), faults);
    var date = branch == null ? null : date(request.date(), branch, now, faults);
    var rate = taxRate(request.taxRateId(), faults);
    var digits = Money.digits(context.getCurrency());
    if (request.amount().stripTrailingZeros().scale() > digits) {
      faults.add(Violation.at("amount", "expenses.decimals", digits));
    }
    if (!faults.isEmpty()) {
      throw new InvalidException(faults);
    }
    var amount = Money.of(request.amount());
    var recorder = em.getReference(User.class, context.getUserId());
    var expense = new Expense(branch, date, request.category(), amount, recorder, now);
    expense.pay(request.payee(), request.method(), request.reference());
    if (rate != null) {
      expense.tax(rate, context.getCurrency());
    }
    expense.annotate(request.note());
    return expense;
  }

  private Branch branch(Long id, List<Violation> faults) {
    var branch = context.branch(id);
    if (branch == null) {
      faults.add(Violation.at("branchId", "expenses.unknown-branch"));
      return null;
    }
    return em.getReference(Branch.class, branch.getId());
  }

  private static LocalDate date(
      LocalDate wanted, Branch branch, Instant now, List<Violation> faults) {
    var today = branch.businessDate(now);
    var date = requireNonNullElse(wanted, today);
    var first = today.minusYears(YEARS_BACK);
    if (date.isAfter(today) || date.isBefore(first)) {
      faults.add(Violation.at("date", "expenses.date", first, today));
    }
    return date;
  }

  private TaxRate taxRate(Long id, List<Violation> faults) {
    var rate = id == null ? null : em.find(TaxRate.class, id);
    if (id != null && rate == null) {
      faults.add(Violation.at("taxRateId", "catalog.no-such-tax-rate"));
    }
    return rate;
  }
}
