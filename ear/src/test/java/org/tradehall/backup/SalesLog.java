package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/**
 * What a shop's own log says was sold since, against what its tables say: nothing more, nothing
 * less, and every other row as it was.
 */
final class SalesLog {

  /** Into which a sale for cash adds rows. */
  private static final List<String> GROWING =
      List.of("sales", "sale_items", "sale_taxes", "payments", "stock_movements");

  /** In which it changes a row. */
  private static final List<String> MOVING = List.of("inventory", "number_series");

  private final Sql sql = Sql.superuser();
  private final Shop shop;
  private final Map<String, String> before;
  private final Map<String, List<String>> rowsBefore;
  private final long onHandBefore;
  private final long soldBefore;

  SalesLog(Shop shop) {
    this.shop = shop;
    before = Sums.of(shop);
    rowsBefore = rows();
    onHandBefore = onHand();
    soldBefore = sold();
  }

  /** Where one piece was sold each time. */
  void assertFollowed() {
    var since = sold() - soldBefore;
    assertThat(checksum("select id, number, total from sales where business_id = ?"))
        .as("sales, one by one")
        .isEqualTo(
            checksum(
                """
                select entity_id, detail::jsonb ->> 'number', (detail::jsonb ->> 'total')::numeric(19, 4)
                from system_logs where business_id = ? and action = 'sale.record'"""));
    var rowsNow = rows();
    for (var table : GROWING) {
      assertThat(rowsNow.get(table)).as(table).containsAll(rowsBefore.get(table));
      assertThat(rowsNow.get(table))
          .as(table)
          .hasSize((int) (rowsBefore.get(table).size() + since));
    }
    assertThat(onHand()).isEqualTo(onHandBefore - since);
    assertThat(others(Sums.of(shop))).isEqualTo(others(before));
  }

  /** As many as the log has. */
  long sold() {
    return sql.number(
        "select count(*) from system_logs where business_id = ? and action = 'sale.record'",
        shop.businessId());
  }

  private String checksum(String rows) {
    return sql.column(
            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ("
                + rows
                + ") t",
            shop.businessId())
        .get(0);
  }

  private long onHand() {
    return sql.number(
        "select sum(quantity)::bigint from inventory where business_id = ?", shop.businessId());
  }

  private Map<String, List<String>> rows() {
    return GROWING.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    sql.column(
                        "select t::text from " + table + " t where business_id = ?",
                        shop.businessId())));
  }

  private static Map<String, String> others(Map<String, String> sums) {
    var others = new TreeMap<>(sums);
    others.keySet().removeAll(GROWING);
    others.keySet().removeAll(MOVING);
    return others;
  }
}
