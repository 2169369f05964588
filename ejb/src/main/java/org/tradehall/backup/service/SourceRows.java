package org.tradehall.backup.service;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.model.RefusedException;

/**
 * The source's rows in temporary tables of the live database, where they can be compared with what
 * is there. They go with the transaction.
 */
final class SourceRows {

  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection live;
  private final List<BusinessTable> tables;

  SourceRows(Connection live, List<BusinessTable> tables) {
    this.live = live;
    this.tables = tables;
  }

  /**
   * @throws RefusedException if the source was written by another version, lacks a table or the
   *     business, or its rows are none
   */
  void load(BusinessSource source) throws SQLException, IOException {
    assertSameSchema(source);
    for (var table : tables) {
      try {
        load(source, table);
      } catch (SQLException e) {
        if (!isBadData(e)) {
          throw e;
        }
        throw refusal("restoration.source-damaged", table.name(), e);
      }
      if (BusinessTables.isOwnRow(table) && count(table) == 0) {
        throw new RefusedException("restoration.business-not-there");
      }
    }
  }

  private void assertSameSchema(BusinessSource source) throws SQLException, IOException {
    var there = source.schemaVersion();
    var here = new DatabaseSource(live, 0).schemaVersion();
    if (!there.equals(here)) {
      throw new RefusedException("restoration.other-schema", there, here);
    }
    for (var table : tables) {
      if (!source.shape(table.name()).equals(table.shape())) {
        throw new RefusedException("restoration.other-table", table.name());
      }
    }
  }

  private void load(BusinessSource source, BusinessTable table) throws SQLException, IOException {
    run(
        "create temporary table %s on commit drop as select %s from %s with no data"
            .formatted(table.source(), table.columnList(), table.name()));
    var some = new ArrayList<String>();
    source.read(
        table,
        row -> {
          some.add(row);
          if (some.size() == ROWS_AT_ONCE) {
            insert(table, some);
          }
        });
    insert(table, some);
    run("alter table %s add primary key (%s)".formatted(table.source(), table.keyList()));
    run("analyze " + table.source());
  }

  /** The text becomes a row once, not once for each of its columns: hence the offset. */
  private void insert(BusinessTable table, List<String> rows) throws SQLException {
    var sql =
        "insert into %1$s select (t.r).* from (select u::%1$s as r from unnest(?::text[]) u offset 0) t"
            .formatted(table.source());
    try (var statement = live.prepareStatement(sql)) {
      statement.setArray(1, live.createArrayOf("text", rows.toArray()));
      statement.executeUpdate();
    }
    rows.clear();
  }

  private long count(BusinessTable table) throws SQLException {
    try (var query = live.prepareStatement("select count(*) from " + table.source());
        var row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = live.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Classes of SQLSTATE: bad data, broken constraint. */
  private static boolean isBadData(SQLException e) {
    return e.getSQLState() != null
        && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
  }

  private static RefusedException refusal(String code, String table, SQLException cause) {
    var refusal = new RefusedException(code, table);
    refusal.initCause(cause);
    return refusal;
  }
}
