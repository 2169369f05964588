package org.tradehall.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.tradehall.backup.service.BusinessSource;
import org.tradehall.backup.service.BusinessTable;

/** A source from before all migrations but one. */
record OtherVersion(BusinessSource good) implements BusinessSource {

  @Override
  public String schemaVersion() {
    return "0001";
  }

  @Override
  public List<String> shape(String table) throws SQLException, IOException {
    return good.shape(table);
  }

  @Override
  public void read(BusinessTable table, Rows rows) throws SQLException, IOException {
    good.read(table, rows);
  }
}
