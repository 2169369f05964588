package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes a value the same text in every database, whatever its administrator prefers. */
final class Canonical {

  private Canonical() {}

  /** Until the end of the connection's transaction. */
  static void texts(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';"
              + " set local intervalstyle = 'postgres'; set local bytea_output = 'hex';"
              + " set local extra_float_digits = 1");
    }
  }
}
