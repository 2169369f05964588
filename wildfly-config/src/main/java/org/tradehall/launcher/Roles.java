package org.tradehall.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Creates the database and its roles by {@code bootstrap.sql}, the same file that an administrator
 * runs with psql. It understands what that file uses of psql: {@code :'variable'}, {@code \gexec}
 * and {@code \connect}.
 */
final class Roles {

  static final String DATABASE = "tradehall";
  static final String OPERATIONS = "tradehall_operations";
  static final String OWNER = "tradehall_owner";
  static final String APP = "tradehall_app";
  static final String PLATFORM = "tradehall_platform";
  static final String BACKUP = "tradehall_backup";
  static final String OPERATOR = "tradehall_operator";

  private Roles() {}

  /**
   * One step of the script: SQL for the database it runs in, or SQL whose result is run in turn.
   */
  record Step(String database, String sql, boolean resultIsSql) {}

  static void create(PostgresServer server, Map<String, String> variables) {
    try (var first = server.connect("postgres")) {
      var steps = parse(script(), variables);
      for (var step : steps) {
        if (step.database().equals("postgres")) {
          run(first, step);
        }
      }
      try (var second = server.connect(DATABASE)) {
        for (var step : steps) {
          if (step.database().equals(DATABASE)) {
            run(second, step);
          }
        }
      }
    } catch (SQLException e) {
      throw new LaunchException("The database roles could not be created: " + e.getMessage(), e);
    }
  }

  private static void run(Connection connection, Step step) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!step.resultIsSql()) {
        statement.execute(step.sql());
        return;
      }
      var commands = new ArrayList<String>();
      try (var rows = statement.executeQuery(step.sql())) {
        while (rows.next()) {
          commands.add(rows.getString(1));
        }
      }
      for (var command : commands) {
        statement.execute(command);
      }
    }
  }

  /**
   * Splits the script into steps. A statement ends with a semicolon or {@code \gexec} at the end of
   * a line.
   */
  static List<Step> parse(String script, Map<String, String> variables) {
    var steps = new ArrayList<Step>();
    var database = "postgres";
    var statement = new StringBuilder();
    for (var line : script.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("--")) {
        continue;
      }
      if (line.startsWith("\\connect ")) {
        database = line.substring("\\connect ".length()).strip();
        continue;
      }
      if (line.startsWith("\\set ")) {
        continue;
      }
      var generated = line.endsWith("\\gexec");
      statement
          .append(generated ? line.substring(0, line.length() - "\\gexec".length()) : line)
          .append('\n');
      if (generated || line.endsWith(";")) {
        steps.add(
            new Step(database, substitute(statement.toString().strip(), variables), generated));
        statement.setLength(0);
      }
    }
    return steps;
  }

  private static String substitute(String sql, Map<String, String> variables) {
    var result = sql;
    for (var variable : variables.entrySet()) {
      result =
          result.replace(
              ":'" + variable.getKey() + "'", "'" + variable.getValue().replace("'", "''") + "'");
    }
    return result;
  }

  static String script() {
    try (var in = Roles.class.getResourceAsStream("bootstrap.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LaunchException("bootstrap.sql could not be read.", e);
    }
  }
}
