package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be right in every database of Tradehall, whatever has been done in it. */
@ApplicationScoped
public class Invariants {

  /** Each counts what breaks it. */
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "stock on hand is the sum of its movements",
        """
        select count(*) from (select business_id, branch_id, product_id, quantity from inventory) i
          full join (select business_id, branch_id, product_id, sum(quantity) as quantity from stock_movements
            group by business_id, branch_id, product_id) m using (business_id, branch_id, product_id)
        where coalesce(i.quantity, 0) <> coalesce(m.quantity, 0)""");
    ALL.put(
        "balances are the sums of their transactions",
        """
        select count(*) from (select business_id, customer_id, balance from customer_accounts) a
          full join (select business_id, customer_id, sum(amount) as balance from customer_transactions
            group by business_id, customer_id) t using (business_id, customer_id)
        where coalesce(a.balance, 0) <> coalesce(t.balance, 0)""");
  }

  @Inject Databases databases;

  /** Those that do not hold, in words; empty if all is well. */
  List<String> broken(String database) {
    try (var connection = databases.to(database);
        var statement = connection.createStatement()) {
      var broken = new ArrayList<String>();
      for (var invariant : ALL.entrySet()) {
        try (var row = statement.executeQuery(invariant.getValue())) {
          row.next();
          if (row.getLong(1) > 0) {
            broken.add("not everywhere: " + invariant.getKey() + " (" + row.getLong(1) + ")");
          }
        }
      }
      return broken;
    } catch (SQLException e) {
      throw new OperationFailed("The restored database could not be checked: " + e.getMessage(), e);
    }
  }
}
