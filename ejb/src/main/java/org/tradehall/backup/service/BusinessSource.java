package org.tradehall.backup.service;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Where the rows of a business come from that is to be restored. */
public interface BusinessSource {

  /** Takes a row, as PostgreSQL writes one in a text. */
  @FunctionalInterface
  interface Rows {
    void take(String row) throws SQLException, IOException;
  }

  /** The version of the schema in which the rows were written. */
  String schemaVersion() throws SQLException, IOException;

  /**
   * Key and columns of a table.
   *
   * @return empty if there is no such table
   */
  List<String> shape(String table) throws SQLException, IOException;

  /**
   * Reads all rows of the business in one table.
   *
   * @param table as the live database knows it; {@link #shape} has told that the source's is like
   *     it
   */
  void read(BusinessTable table, Rows rows) throws SQLException, IOException;
}
