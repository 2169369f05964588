package org.tradehall.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** All rows of a business, one sum a table, counted without the code that is tested. */
final class Sums {

  private static final List<String> LOG =
      List.of(
          "system_logs",
          "system_logs_unsealed",
          "system_log_seals",
          "system_log_heads",
          "system_log_checkpoints");

  /** Who entered last, and when, is no row of the books. */
  private static final List<String> ACCESS = List.of("api_keys");

  private Sums() {}

  static Map<String, String> of(Shop shop) {
    var sql = Sql.superuser();
    var tables =
        sql.column(
            """
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
              and c.relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid
                and a.attname = 'business_id')""");
    var query = new StringBuilder("select 'businesses' as t, name || locale as s from businesses");
    query.append(" where id = ").append(shop.businessId());
    for (var table : tables) {
      if (!LOG.contains(table) && !ACCESS.contains(table)) {
        query.append(' ');
        query.append(
            """
            union all select '%1$s', md5(coalesce(string_agg(t::text, '|' order by t::text), ''))
            from %1$s t where business_id = %2$d"""
                .formatted(table, shop.businessId()));
      }
    }
    var rows = new TreeMap<String, String>();
    sql.rows(query.toString())
        .forEach(row -> rows.put(String.valueOf(row.get("t")), String.valueOf(row.get("s"))));
    return rows;
  }
}
