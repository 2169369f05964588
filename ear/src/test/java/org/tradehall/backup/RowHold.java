package org.tradehall.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Until;

/**
 * Stands where a certain change of the operations database is about to be made: a trigger waits for
 * a lock that the test has.
 */
final class RowHold implements Hold {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long KEY = 4711;

  private static final String WAITING =
      """
      select pid from pg_locks where locktype = 'advisory' and classid = 0 and objid = %d and not granted
        and database = (select oid from pg_database where datname = current_database())"""
          .formatted(KEY);

  private final Sql operations = Sql.operations();
  private final String table;
  private final Connection lock;
  private List<String> waiting = List.of();

  private RowHold(String event, String table, String when) {
    this.table = table;
    try {
      lock = operations.connect();
      Sql.run(lock, "select pg_advisory_lock(" + KEY + ")");
      operations.run(
          """
          create function hold() returns trigger language plpgsql as $$
            begin perform pg_advisory_xact_lock_shared(%d); return new; end $$;
          create trigger hold before %s on %s for each row when (%s) execute function hold()"""
              .formatted(KEY, event, table, when));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param when of {@code new}
   */
  static RowHold beforeInsert(String table, String when) {
    return new RowHold("insert", table, when);
  }

  /**
   * @param when of {@code old} and {@code new}
   */
  static RowHold beforeUpdate(String table, String when) {
    return new RowHold("update", table, when);
  }

  @Override
  public void awaitReached() {
    waiting =
        Until.is(
            PATIENCE,
            "somebody is held at " + table,
            () -> operations.column(WAITING),
            pids -> !pids.isEmpty());
  }

  /** PostgreSQL does not notice that nobody waits for the answer any more, and would go on. */
  @Override
  public void abandon() {
    for (var pid : waiting) {
      operations.run("select pg_terminate_backend(?, 5000)", Integer.valueOf(pid));
    }
    // Whoever clears up must not be held.
    release();
  }

  /** Lets it go on. */
  void release() {
    try {
      if (!lock.isClosed()) {
        lock.close();
        operations.run("drop trigger hold on " + table + "; drop function hold()");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    release();
  }
}
