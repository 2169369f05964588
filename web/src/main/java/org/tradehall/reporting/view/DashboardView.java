package org.tradehall.reporting.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tradehall.expenses.service.ExpenseQuery;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.reporting.service.Dashboard;
import org.tradehall.reporting.service.DashboardService;
import org.tradehall.sales.model.SaleRow;
import org.tradehall.sales.service.SaleQuery;
import org.tradehall.sales.service.SaleService;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.view.Formats;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;

/** The day at a glance. Members without the right to reports see the latest sales only. */
@Named
@RequestScoped
public class DashboardView {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LATEST = 6;

  @EJB DashboardService dashboards;
  @EJB SaleService sales;
  @EJB ExpenseService expenses;
  @Inject BusinessContext context;
  @Inject Formats formats;
  @Inject Clock clock;

  private Dashboard board;
  private List<SaleRow> latest = List.of();
  private long waiting;

  @PostConstruct
  void load() {
    if (context.allows(Permission.REPORT_VIEW)) {
      board = dashboards.today();
    }
    if (context.allows(Permission.SALE_VIEW)) {
      latest =
          sales
              .search(new SaleQuery(null, null, null, null, false, "date", true, 0, LATEST))
              .rows();
    }
    if (context.allows(Permission.EXPENSE_VIEW) && context.allows(Permission.EXPENSE_APPROVE)) {
      var mine = ExpenseQuery.Filter.waiting(context.getLimits().expenseLimit());
      waiting = expenses.search(new ExpenseQuery(null, mine, null, true, 0, 1)).total();
    }
  }

  /** Whether the business has not begun: no product and no sale. */
  public boolean isFresh() {
    return board != null && board.products() == 0 && board.sales() == 0;
  }

  /** Null for a member who may not see reports. */
  public Dashboard getBoard() {
    return board;
  }

  public List<SaleRow> getLatest() {
    return latest;
  }

  /** Expenses that wait for somebody who may approve as much as the caller. */
  public long getWaiting() {
    return waiting;
  }

  public String getTodayInWords() {
    return formats.longDate(context.getBranch().businessDate(clock.instant()));
  }

  public String getFirstName() {
    return context.getUserName().strip().split("\\s+", -1)[0];
  }

  /** Mean of today's sales, zero if there are none. */
  public BigDecimal average(int daysAgo) {
    var day = board.day(daysAgo);
    return day.sales() == 0
        ? BigDecimal.ZERO
        : day.amount().divide(BigDecimal.valueOf(day.sales()), 4, RoundingMode.HALF_UP);
  }

  public BigDecimal decimal(long count) {
    return BigDecimal.valueOf(count);
  }

  public String money(BigDecimal amount) {
    return formats.money(Money.rounded(amount, context.getCurrency()));
  }

  /** Today against yesterday in percent, such as +12.4; null if yesterday was nothing. */
  public BigDecimal trend(BigDecimal today, BigDecimal yesterday) {
    return yesterday.signum() == 0
        ? null
        : today
            .subtract(yesterday)
            .movePointRight(2)
            .divide(yesterday.abs(), 1, RoundingMode.HALF_UP);
  }

  /** The 30 days for the chart; its look is the script's affair. */
  public String getChart() throws JsonProcessingException {
    var days = board.days();
    var set =
        Map.of(
            "data", days.stream().map(Dashboard.Day::amount).toList(),
            "texts", days.stream().map(day -> money(day.amount())).toList(),
            "dates", days.stream().map(day -> day.date().toString()).toList());
    var labels = days.stream().map(day -> formats.dayAndMonth(day.date())).toList();
    return JSON.writeValueAsString(
        Map.of("type", "bar", "data", Map.of("labels", labels, "datasets", List.of(set))));
  }
}
