package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.model.RefusedException;

/** What must be true of the books at any time, whatever has been done in them. */
public enum Bookkeeping {
  STOCK(
      "stock on hand is the sum of its movements",
      "restoration.stock-differs",
      """
      select business_id, product_id as id from
        (select business_id, branch_id, product_id, quantity from inventory %1$s) i
        full join (select business_id, branch_id, product_id, sum(quantity) as quantity
          from stock_movements %1$s group by business_id, branch_id, product_id) m
          using (business_id, branch_id, product_id)
      where coalesce(i.quantity, 0) <> coalesce(m.quantity, 0)""",
      "select coalesce(sku, '') from (%s) d left join products using (business_id, id)"),
  BALANCES(
      "balances are the sums of their transactions",
      "restoration.balance-differs",
      """
      select business_id, customer_id as id from
        (select business_id, customer_id, balance from customer_accounts %1$s) a
        full join (select business_id, customer_id, sum(amount) as balance
          from customer_transactions %1$s group by business_id, customer_id) t
          using (business_id, customer_id)
      where coalesce(a.balance, 0) <> coalesce(t.balance, 0)""",
      "select coalesce(code, '') from (%s) d left join customers using (business_id, id)");

  private final String rule;
  private final String code;
  private final String breaches;
  private final String names;

  Bookkeeping(String rule, String code, String breaches, String names) {
    this.rule = rule;
    this.code = code;
    this.breaches = breaches;
    this.names = names;
  }

  /** The rules that do not hold in a database, in words; empty if all is well. */
  static List<String> broken(Connection connection) throws SQLException {
    var broken = new ArrayList<String>();
    for (var each : values()) {
      var count = "select count(*) from (" + each.breaches.formatted("") + ") d";
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(count)) {
        row.next();
        if (row.getLong(1) > 0) {
          broken.add("not everywhere: " + each.rule + " (" + row.getLong(1) + ")");
        }
      }
    }
    return broken;
  }

  /**
   * @throws RefusedException if a rule does not hold for a business, with a product's SKU or a
   *     customer's code
   */
  public static void assertBalanced(Connection connection, long businessId) throws SQLException {
    for (var each : values()) {
      var named =
          each.names.formatted(each.breaches.formatted("where business_id = ?"))
              + " order by 1 limit 1";
      try (var query = connection.prepareStatement(named)) {
        query.setLong(1, businessId);
        query.setLong(2, businessId);
        try (var rows = query.executeQuery()) {
          if (rows.next()) {
            throw new RefusedException(each.code, rows.getString(1));
          }
        }
      }
    }
  }
}
