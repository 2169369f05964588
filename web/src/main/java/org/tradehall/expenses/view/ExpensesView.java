package org.tradehall.expenses.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.model.ExpenseRow;
import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.expenses.service.ExpenseQuery;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.expenses.service.ExpenseSum;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * The list of expenses. The filters in the address are lenient: what is unknown filters nothing.
 */
@Named
@RequestScoped
public class ExpensesView {
  @EJB ExpenseService expenses;
  @Inject BusinessContext context;

  private String text;
  private String status;
  private String category;
  private Long branch;
  private String from;
  private String to;
  private boolean mine;
  private List<ExpenseSum> sums;
  private final ListState state = new ListState(this::filters, "number", "date", "amount");
  private final SliceTable<ExpenseRow> table =
      new SliceTable<>(
          state,
          (sort, descending, first, max) ->
              expenses.search(query(sort, sort == null || descending, first, max)));

  private ExpenseQuery query(String sort, boolean descending, int first, int max) {
    var filter =
        new ExpenseQuery.Filter(
            ListState.choice(ExpenseStatus.class, status),
            ListState.choice(ExpenseCategory.class, category),
            branch,
            ListState.date(from),
            ListState.date(to),
            mine ? context.getLimits().expenseLimit() : null);
    return new ExpenseQuery(text, filter, sort, descending, first, max);
  }

  /** Of all expenses that the filters leave, not of the page only. */
  public List<ExpenseSum> getSums() {
    if (sums == null) {
      sums = expenses.sum(query(null, true, 0, 1));
    }
    return sums;
  }

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    filters.put("status", status);
    filters.put("category", category);
    filters.put("branch", branch == null ? null : branch.toString());
    filters.put("from", from);
    filters.put("to", to);
    filters.put("mine", mine ? "true" : null);
    return filters;
  }

  public boolean isUnfiltered() {
    return new ListState(this::filters).getAddress().equals("?");
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<ExpenseRow> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public Long getBranch() {
    return branch;
  }

  public void setBranch(Long branch) {
    this.branch = branch;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  /** Whether the list is narrowed to what the caller's limit lets him approve. */
  public boolean isMine() {
    return mine;
  }

  public void setMine(boolean mine) {
    this.mine = mine;
  }
}
