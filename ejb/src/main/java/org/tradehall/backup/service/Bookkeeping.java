package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.shared.model.RefusedException;

/** What must be true of a business's books at any time. */
final class Bookkeeping {

  private static final String STOCK =
      """
      select p.sku from
        (select branch_id, product_id, quantity from inventory where business_id = ?) i
        full join (select branch_id, product_id, sum(quantity) as quantity from stock_movements
          where business_id = ? group by branch_id, product_id) m using (branch_id, product_id)
        left join products p on p.business_id = ? and p.id = product_id
      where coalesce(i.quantity, 0) <> coalesce(m.quantity, 0) order by 1 limit 1""";

  private static final String BALANCES =
      """
      select c.code from
        (select customer_id, balance from customer_accounts where business_id = ?) a
        full join (select customer_id, sum(amount) as balance from customer_transactions
          where business_id = ? group by customer_id) t using (customer_id)
        left join customers c on c.business_id = ? and c.id = customer_id
      where coalesce(a.balance, 0) <> coalesce(t.balance, 0) order by 1 limit 1""";

  private Bookkeeping() {}

  /**
   * @throws RefusedException if stock on hand is not the sum of its movements, or a balance not
   *     that of its transactions
   */
  static void assertBalanced(Connection connection, long businessId) throws SQLException {
    assertNone(connection, businessId, STOCK, "restoration.stock-differs");
    assertNone(connection, businessId, BALANCES, "restoration.balance-differs");
  }

  private static void assertNone(Connection connection, long businessId, String sql, String code)
      throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setLong(1, businessId);
      query.setLong(2, businessId);
      query.setLong(3, businessId);
      try (var rows = query.executeQuery()) {
        if (rows.next()) {
          throw new RefusedException(code, String.valueOf(rows.getString(1)));
        }
      }
    }
  }
}
