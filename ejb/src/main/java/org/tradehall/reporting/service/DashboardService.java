package org.tradehall.reporting.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.replica.service.Reads;
import org.tradehall.reporting.service.Dashboard.Day;
import org.tradehall.reporting.service.Dashboard.LowStock;
import org.tradehall.reporting.service.Dashboard.TopProduct;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** Sums for the dashboard, made by the database. Row-level security keeps them in the business. */
@Stateless
public class DashboardService {

  private static final int DAYS = 30;
  private static final int TOP = 5;

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Clock clock;

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Reads
  @Requires(Permission.REPORT_VIEW)
  public Dashboard today() {
    var today = context.getBranch().businessDate(clock.instant());
    var from = today.minusDays(DAYS - 1);
    try {
      var counts = counts();
      return new Dashboard(
          today,
          days(from, today),
          topProducts(from, today),
          lowStock(),
          owed(),
          counts.get(0),
          counts.get(1),
          counts.get(2));
    } catch (SQLException e) {
      throw new IllegalStateException("The dashboard could not be summed up", e);
    }
  }

  private BigDecimal owed() throws SQLException {
    return query(
            "select coalesce(sum(balance), 0) from customer_accounts"
                + " where business_id = app_business()",
            row -> row.getBigDecimal(1))
        .get(0);
  }

  private List<Long> counts() throws SQLException {
    return query(
        """
        select (select count(*) from products where business_id = app_business()), 1
        union all select (select count(*) from customers where business_id = app_business()), 2
        union all select (select count(*) from sales where business_id = app_business()), 3
        order by 2""",
        row -> row.getLong(1));
  }

  private List<Day> days(LocalDate from, LocalDate to) throws SQLException {
    return query(
        """
        select day::date, coalesce(s.amount, 0) - coalesce(r.amount, 0), coalesce(s.sales, 0)
        from generate_series(?::date, ?::date, interval '1 day') day
        left join (select business_date, sum(total) amount, count(*) sales from sales
          where business_id = app_business() and business_date between ? and ?
          group by business_date) s on s.business_date = day::date
        left join (select business_date, sum(total) amount from sale_returns
          where business_id = app_business() and business_date between ? and ?
          group by business_date) r on r.business_date = day::date
        order by 1""",
        row -> new Day(row.getObject(1, LocalDate.class), row.getBigDecimal(2), row.getLong(3)),
        from,
        to,
        from,
        to,
        from,
        to);
  }

  private List<TopProduct> topProducts(LocalDate from, LocalDate to) throws SQLException {
    return query(
        """
        select p.id, p.sku, p.name, sum(i.quantity), sum(i.amount)
        from sales s
        join sale_items i on i.business_id = s.business_id and i.sale_id = s.id
        join products p on p.business_id = i.business_id and p.id = i.product_id
        where s.business_id = app_business() and s.business_date between ? and ?
        group by p.id, p.sku, p.name
        order by sum(i.amount) desc, p.id
        limit\s"""
            + TOP,
        row ->
            new TopProduct(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5)),
        from,
        to);
  }

  private List<LowStock> lowStock() throws SQLException {
    return query(
        """
        select p.id, p.sku, p.name, i.quantity
        from inventory i
        join products p on p.business_id = i.business_id and p.id = i.product_id
        where i.business_id = app_business() and i.quantity <= 0 and p.active
        order by i.quantity, p.id
        limit\s"""
            + TOP,
        row ->
            new LowStock(row.getLong(1), row.getString(2), row.getString(3), row.getBigDecimal(4)));
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (var statement = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var result = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(reader.read(rows));
        }
      }
      return result;
    }
  }
}
