package org.tradehall.archive.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tradehall.shared.service.TablesOfBusiness;

/**
 * The tables of a business as the catalogue knows them, so that one that is made tomorrow is not
 * forgotten.
 */
final class ArchiveTables {

  /** Bytes that are no secret. All others (hashes of keys and of secrets) never leave. */
  private static final Set<String> TOLD_BYTES =
      Set.of("system_log_seals.hash", "system_log_heads.hash", "system_log_checkpoints.hash");

  private static final String CATALOGUE =
      """
      select c.relname,
        array_agg(a.attname::text order by a.attnum),
        array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum),
        array(select f.attname::text from pg_constraint k
          join pg_attribute f on f.attrelid = k.conrelid and f.attnum = any (k.conkey)
          where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'users'::regclass)
      """
          + TablesOfBusiness.SQL;

  private ArchiveTables() {}

  static List<ArchiveTable> of(Connection connection) throws SQLException {
    var tables = new ArrayList<ArchiveTable>();
    try (var statement = connection.prepareStatement(CATALOGUE);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        tables.add(
            table(
                rows.getString(1),
                texts(rows.getArray(2).getArray()),
                texts(rows.getArray(3).getArray()),
                Set.copyOf(texts(rows.getArray(4).getArray()))));
      }
    }
    return tables;
  }

  private static ArchiveTable table(
      String name, List<String> columns, List<String> types, Set<String> people) {
    var told =
        IntStream.range(0, columns.size())
            .filter(
                i ->
                    !types.get(i).equals("bytea")
                        || TOLD_BYTES.contains(name + "." + columns.get(i)))
            .boxed()
            .toList();
    return new ArchiveTable(
        name,
        told.stream().map(columns::get).toList(),
        told.stream().map(types::get).collect(Collectors.toUnmodifiableList()),
        people);
  }

  static String schemaVersion(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select app_schema_version()");
        var row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private static List<String> texts(Object array) {
    return Arrays.stream((Object[]) array).map(String::valueOf).toList();
  }
}
