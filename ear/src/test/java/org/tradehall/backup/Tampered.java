package org.tradehall.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tradehall.backup.service.BusinessSource;
import org.tradehall.backup.service.BusinessTable;

/**
 * A source of which one table is not what it should be.
 *
 * @param change what becomes of a row of that table; null leaves it out
 */
record Tampered(BusinessSource good, String table, UnaryOperator<String> change)
    implements BusinessSource {

  @Override
  public String schemaVersion() throws SQLException, IOException {
    return good.schemaVersion();
  }

  @Override
  public List<String> shape(String asked) throws SQLException, IOException {
    return change == null && asked.equals(table) ? List.of() : good.shape(asked);
  }

  @Override
  public void read(BusinessTable asked, Rows rows) throws SQLException, IOException {
    good.read(
        asked,
        row -> {
          var changed = asked.name().equals(table) ? change.apply(row) : row;
          if (changed != null) {
            rows.take(changed);
          }
        });
  }
}
