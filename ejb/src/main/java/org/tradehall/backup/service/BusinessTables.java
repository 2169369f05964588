package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tradehall.shared.service.TablesOfBusiness;

/**
 * The tables that a restore of a business brings back: every table with a business, but for what is
 * {@link Kept}, so that a table that is made tomorrow is not forgotten; and of the business itself
 * how it counts and writes.
 */
final class BusinessTables {

  /**
   * Of a business's own row is kept who it is and whether it may be worked in: that the platform
   * staff have decided. Its currency never changes.
   */
  private static final String OWN_ROW = "businesses";

  private static final List<String> OWN_COLUMNS =
      List.of("name", "locale", "time_zone", "prices_include_tax", "allow_negative_stock");

  private static final String CATALOGUE =
      """
      select c.relname,
        array(select a.attname::text from pg_index i
                join unnest(i.indkey) with ordinality k (attnum, place) on true
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
               where i.indrelid = c.oid and i.indisprimary order by k.place),
        array_agg(a.attname::text order by a.attnum),
        array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum)
      """
          + TablesOfBusiness.SQL;

  private BusinessTables() {}

  /** The business's own row first. */
  static List<BusinessTable> of(Connection connection) throws SQLException {
    var tables = new ArrayList<BusinessTable>();
    try (var statement = connection.prepareStatement(CATALOGUE);
        var found = statement.executeQuery()) {
      while (found.next()) {
        var name = found.getString(1);
        var key = texts(found.getArray(2).getArray());
        var columns = texts(found.getArray(3).getArray());
        var types = texts(found.getArray(4).getArray());
        if (name.equals(OWN_ROW)) {
          tables.add(0, ownRow(key, columns, types));
        } else if (Kept.of(name).isEmpty()) {
          tables.add(new BusinessTable(name, "business_id", key, columns, types));
        }
      }
    }
    return tables;
  }

  private static BusinessTable ownRow(List<String> key, List<String> columns, List<String> types) {
    var restored = new ArrayList<>(key);
    restored.addAll(OWN_COLUMNS);
    return new BusinessTable(
        OWN_ROW,
        "id",
        key,
        restored,
        restored.stream().map(column -> types.get(columns.indexOf(column))).toList());
  }

  static boolean isOwnRow(BusinessTable table) {
    return table.name().equals(OWN_ROW);
  }

  static Optional<BusinessTable> named(List<BusinessTable> tables, String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findAny();
  }

  private static List<String> texts(Object array) {
    return Arrays.stream((Object[]) array).map(String::valueOf).toList();
  }
}
