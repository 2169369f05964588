package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.tradehall.backup.model.Restore;

/** The database in which everybody works, and how another one takes its place. */
@ApplicationScoped
public class LiveDatabase {

  /** What was under way may end by itself in this time. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private static final int MOST_ATTEMPTS = 5;

  /** PostgreSQL's code for {@code object_in_use}. */
  private static final String IN_USE = "55006";

  private static final long PAUSE = Duration.ofMillis(200).toNanos();

  @Inject Databases databases;
  @Inject RestoreCatalogue restores;
  @Inject SideDatabase side;

  /** Of the migrations that were applied to it. */
  String schemaVersion() {
    try (var connection = databases.live();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select app_schema_version()")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** One figure of all that is defined in it. */
  TableSum definitions() {
    try (var connection = databases.live()) {
      connection.setAutoCommit(false);
      return Contents.definitions(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The database that is to take its place. */
  String successor(Restore restore) {
    return restore.undoes() == null
        ? side.name(RestoreStep.workOf(restore))
        : restores.find(restore.undoes()).orElseThrow().before();
  }

  /** The name under which it is kept then. */
  String predecessor(Restore restore) {
    return databases.liveName() + "_before_" + restore.id();
  }

  /** Whether the other one has taken its place. */
  boolean isSwitched(Restore restore) {
    return exists(predecessor(restore));
  }

  private boolean exists(String database) {
    try (var connection = databases.operations();
        var query =
            Operations.prepared(connection, "select from pg_database where datname = ?", database);
        var row = query.executeQuery()) {
      return row.next();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Takes away what is not needed any more. */
  void dropPredecessor(Restore restore) {
    if (!restore.before().startsWith(databases.liveName() + "_before_")) {
      throw new IllegalArgumentException(restore.before() + " is no former database");
    }
    execute("drop database if exists " + restore.before() + " with (force)");
  }

  /**
   * Lets the other one take its place: both change their names in one transaction, so that at every
   * moment there is one with the name, and never neither.
   *
   * @throws OperationFailed when all has stayed as it was
   */
  void replace(Restore restore) {
    for (int attempt = 1; !takesOver(restore); attempt++) {
      if (attempt == MOST_ATTEMPTS) {
        throw new OperationFailed("Somebody connects to the live database again and again");
      }
    }
  }

  /** Unless somebody has connected anew in the meantime, as whatever works by the clock may. */
  private boolean takesOver(Restore restore) {
    disconnect();
    carryOver(successor(restore));
    sendOut();
    try {
      exchange(restore, successor(restore));
      return true;
    } catch (SQLException e) {
      if (IN_USE.equals(e.getSQLState())) {
        return false;
      }
      throw new OperationFailed("The databases could not be exchanged: " + e.getMessage(), e);
    }
  }

  private void exchange(Restore restore, String successor) throws SQLException {
    try (var connection = databases.operations()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "alter database " + databases.liveName() + " rename to " + predecessor(restore));
        statement.execute("alter database " + successor + " rename to " + databases.liveName());
        // Its connect right stays with the operator: nobody works in it by mistake.
        statement.execute(
            "revoke connect on database "
                + predecessor(restore)
                + " from tradehall_app, tradehall_platform");
        statement.execute(
            "grant connect on database "
                + databases.liveName()
                + " to tradehall_app, tradehall_platform");
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Sends everybody out, after a while in which they may finish. */
  private void disconnect() {
    var end = System.nanoTime() + DRAIN.toNanos();
    while (busy() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE);
    }
    sendOut();
  }

  /** All but PostgreSQL's own workers, whom only it may send out, and does when names change. */
  private void sendOut() {
    execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
            + databases.liveName()
            + "' and usesysid is not null and pid <> pg_backend_pid()");
  }

  private long busy() {
    try (var connection = databases.operations();
        var query =
            Operations.prepared(
                connection,
                "select count(*) from pg_stat_activity where datname = ? and state <> 'idle'"
                    + " and usename in ('tradehall_app', 'tradehall_platform')",
                databases.liveName());
        var row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * What must not go back in time: ids that were given are never given again, and whoever is logged
   * in stays it.
   */
  private void carryOver(String successor) {
    try (var from = databases.live();
        var to = databases.to(successor)) {
      to.setAutoCommit(false);
      copySessions(from, to);
      try (var query = from.createStatement();
          var row = query.executeQuery("select last_value from ids")) {
        row.next();
        try (var set =
            Operations.prepared(
                to,
                "select setval('ids', greatest((select last_value from ids), ?))",
                row.getLong(1))) {
          var unused = set.execute();
        }
      }
      to.commit();
    } catch (SQLException | IOException e) {
      throw new OperationFailed("Sessions and ids could not be carried over: " + e.getMessage(), e);
    }
  }

  private static void copySessions(Connection from, Connection to)
      throws SQLException, IOException {
    var rows = new ByteArrayOutputStream();
    var out =
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy user_sessions to stdout", rows);
    try (var statement = to.createStatement()) {
      statement.execute("create temp table carried (like user_sessions) on commit drop");
      var in =
          to.unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy carried from stdin", new ByteArrayInputStream(rows.toByteArray()));
      if (in != out) {
        throw new OperationFailed("Sessions were lost on the way");
      }
      statement.execute(
          "delete from user_sessions; insert into user_sessions select c.* from carried c"
              + " where exists (select from users u where u.id = c.user_id and u.active)");
    }
  }

  private void execute(String statement) {
    try (var connection = databases.operations();
        var sql = connection.createStatement()) {
      var unused = sql.execute(statement);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static OperationFailed failed(SQLException e) {
    return new OperationFailed("The live database could not be reached: " + e.getMessage(), e);
  }
}
