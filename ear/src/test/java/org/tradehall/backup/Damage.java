package org.tradehall.backup;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.tradehall.harness.Sql;

/** What goes wrong in a shop, as somebody does it who may do everything. */
record Damage(Counter counter) {

  /** A few of the things that go wrong, in any order. */
  void some(Random random) {
    var shop = counter.shop();
    var ways =
        List.<Runnable>of(
            () -> deleteSales("id % 2 = " + random.nextInt(2)),
            counter::sell,
            () -> shop.customer("N" + random.nextInt(1_000_000)),
            () -> shop.goods("N" + random.nextInt(1_000_000), "2", random.nextInt(10)),
            () ->
                run(
                    "update products set cost = coalesce(cost, 0) + 1, name = name || E' \\\\ \"x\", (y)\n'"
                        + " where business_id = ?"),
            () -> run("update inventory set quantity = 0 where business_id = ?"),
            () -> run("delete from expenses where business_id = ? and payee = 'Landlord'"),
            () ->
                run(
                    "update expenses set status = 'CANCELLED', decision_reason = 'a \\ \"slip\"'"
                        + " where business_id = ?"),
            () -> run("update customers set email = null, phone = '' where business_id = ?"),
            () -> run("update businesses set name = name || '!', locale = 'de-DE' where id = ?"),
            () ->
                run("update number_series set next_number = next_number + 7 where business_id = ?"),
            () -> shop.branch("B" + random.nextInt(1_000_000)));
    for (int i = 0; i < 6; i++) {
      ways.get(random.nextInt(ways.size())).run();
    }
    run("update products set name = 'Damaged' where business_id = ?");
  }

  private void run(String sql) {
    Sql.superuser().run(sql, counter.shop().businessId());
  }

  /**
   * All that there is of some sales.
   *
   * @param which a condition on {@code sales}
   */
  void deleteSales(String which) {
    try (var connection = Sql.superuser().connect()) {
      connection.setAutoCommit(false);
      Sql.run(
          connection,
          "create temporary table gone on commit drop as select id from sales where business_id = "
              + counter.shop().businessId()
              + " and "
              + which);
      Sql.run(
          connection,
          """
          set constraints all deferred;
          delete from payments where source_id in (select id from gone);
          delete from customer_transactions where source_id in (select id from gone);
          delete from stock_movements where source_id in (select id from gone);
          delete from sale_taxes where sale_id in (select id from gone);
          delete from sale_items where sale_id in (select id from gone);
          delete from sales where id in (select id from gone)""");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** No installation is restored whose books are not right, so none are left to other tests. */
  void mendBooks() {
    run(
        """
        update inventory i set quantity = (select coalesce(sum(m.quantity), 0) from stock_movements m
          where m.business_id = i.business_id and m.branch_id = i.branch_id and m.product_id = i.product_id)
        where i.business_id = ?""");
    run(
        """
        update customer_accounts a set balance = (select coalesce(sum(t.amount), 0)
          from customer_transactions t
          where t.business_id = a.business_id and t.customer_id = a.customer_id)
        where a.business_id = ?""");
  }
}
