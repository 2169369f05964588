package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statements on the operations database, each in a transaction of its own. */
@ApplicationScoped
public class Operations {

  /** Something to be asked or told of a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @Inject Databases databases;

  <T> T with(Work<T> work) {
    try (var connection = databases.operations()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new OperationFailed("The operations database refused: " + e.getMessage(), e);
    }
  }

  /** The first field of the first row. */
  long number(String sql, Object... parameters) {
    return with(
        connection -> {
          try (var query = prepared(connection, sql, parameters);
              var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** The first field of each row. */
  List<String> texts(String sql, Object... parameters) {
    return with(
        connection -> {
          try (var query = prepared(connection, sql, parameters);
              var rows = query.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
              texts.add(rows.getString(1));
            }
            return texts;
          }
        });
  }

  void change(String sql, Object... parameters) {
    var unused =
        with(
            connection -> {
              try (var statement = prepared(connection, sql, parameters)) {
                return statement.execute();
              }
            });
  }

  static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Milliseconds by step, as {@code dump=1200 store=30}. */
  static Map<String, Duration> durations(String text) {
    var durations = new TreeMap<String, Duration>();
    if (text != null) {
      for (var pair : text.split(" ", -1)) {
        var parts = pair.split("=", 2);
        durations.put(parts[0], Duration.ofMillis(Long.parseLong(parts[1])));
      }
    }
    return durations;
  }
}
