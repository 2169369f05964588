package org.tradehall.backup.service;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A business in a database: the live one, or one into which a backup was restored. */
public class DatabaseSource implements BusinessSource {

  private static final int ROWS_AT_ONCE = 5_000;

  private final Connection connection;
  private final long businessId;
  private List<BusinessTable> tables;

  /**
   * @param connection in a transaction, of a role that sees all businesses; stays the caller's
   */
  public DatabaseSource(Connection connection, long businessId) {
    this.connection = connection;
    this.businessId = businessId;
  }

  @Override
  public String schemaVersion() throws SQLException {
    try (var query = connection.prepareStatement("select app_schema_version()");
        var row = query.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  @Override
  public List<String> shape(String table) throws SQLException {
    if (tables == null) {
      Canonical.texts(connection);
      tables = BusinessTables.of(connection);
    }
    return BusinessTables.named(tables, table).map(BusinessTable::shape).orElse(List.of());
  }

  @Override
  public void read(BusinessTable table, Rows rows) throws SQLException, IOException {
    Canonical.texts(connection);
    var sql =
        "select %s from %s t where t.%s = ?".formatted(table.row("t"), table.name(), table.owner());
    try (var query = connection.prepareStatement(sql)) {
      query.setLong(1, businessId);
      query.setFetchSize(ROWS_AT_ONCE);
      try (var found = query.executeQuery()) {
        while (found.next()) {
          rows.take(found.getString(1));
        }
      }
    }
  }
}
