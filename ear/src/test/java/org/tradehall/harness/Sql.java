package org.tradehall.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Statements on the test database, each on a connection and in a transaction of its own. A test
 * that needs several in one transaction takes the connection.
 */
public final class Sql {

  /** Opens connections; the caller closes them. */
  @FunctionalInterface
  public interface Source {
    Connection connect() throws SQLException;
  }

  private final Source source;

  private Sql(Source source) {
    this.source = source;
  }

  /** Sees and may do everything; for fixtures and for looking at what was written. */
  public static Sql superuser() {
    return new Sql(
        () -> {
          var connection = Tradehall.cluster().primary().connect(Tradehall.database().name());
          // What a fixture writes is there for everybody, also for who reads from the standby.
          run(connection, "set synchronous_commit = remote_apply");
          return connection;
        });
  }

  /** Connections of whatever kind. */
  static Sql from(Source source) {
    return new Sql(source);
  }

  /** The connections of any data source. */
  public static Sql of(DataSource connections) {
    return new Sql(connections::getConnection);
  }

  /** The application's own role on the primary. */
  public static Sql app() {
    var database = Tradehall.database();
    return of(database.primaryAs(database.app()));
  }

  /** The application's own role on the standby. */
  public static Sql appOnReplica() {
    var database = Tradehall.database();
    return of(database.replicaAs(database.app()));
  }

  /** The role that the platform staff's pages use. */
  public static Sql platform() {
    var database = Tradehall.database();
    return of(database.primaryAs(database.platform()));
  }

  /** The database in which jobs, backups and restores are noted. */
  public static Sql operations() {
    return of(Tradehall.database().operatorIn(Tradehall.database().operations()));
  }

  public Connection connect() throws SQLException {
    return source.connect();
  }

  /** Runs one or several statements. */
  public void run(String statements, Object... parameters) {
    try (var connection = connect()) {
      run(connection, statements, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  public static void run(Connection connection, String statements, Object... parameters)
      throws SQLException {
    try (var statement = prepare(connection, statements, parameters)) {
      statement.execute();
    }
  }

  /** The rows of a query; column names in lower case. */
  public List<Map<String, Object>> rows(String query, Object... parameters) {
    try (var connection = connect()) {
      return rows(connection, query, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  public static List<Map<String, Object>> rows(
      Connection connection, String query, Object... parameters) throws SQLException {
    try (var statement = prepare(connection, query, parameters);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<Map<String, Object>>();
      while (result.next()) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The first column of the rows. */
  public List<String> column(String query, Object... parameters) {
    return rows(query, parameters).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  /** The first column of the only row, as a whole number. */
  public long number(String query, Object... parameters) {
    return Long.parseLong(column(query, parameters).get(0));
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
