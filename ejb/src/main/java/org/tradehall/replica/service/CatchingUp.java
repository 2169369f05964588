package org.tradehall.replica.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tradehall.replica.model.Position;

/** Asks the replica whether it has what the caller wrote, and gives it a few milliseconds. */
record CatchingUp(Position wanted, Replica replica) implements Question {

  static final String SQL = "pg_last_wal_replay_lsn()";

  /** Nanoseconds. */
  private static final long PATIENCE = Duration.ofMillis(40).toNanos();

  private static final long FIRST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(8).toNanos();

  @Override
  public String sql() {
    return SQL;
  }

  @Override
  public void answer(Position told, Connection connection) throws SQLException {
    var replayed = told;
    if (replayed.isBehind(wanted)) {
      replayed = await(connection);
    }
    if (replayed.isBehind(wanted)) {
      throw new NotYetReplayed();
    }
    replica.hasReplayed(replayed);
  }

  private Position await(Connection connection) throws SQLException {
    var begun = System.nanoTime();
    var replayed = Position.NONE;
    try (var ask = connection.prepareStatement("select " + SQL)) {
      for (var pause = FIRST_PAUSE;
          replayed.isBehind(wanted) && System.nanoTime() - begun < PATIENCE;
          pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        LockSupport.parkNanos(pause);
        try (var row = ask.executeQuery()) {
          row.next();
          replayed = Position.told(row.getString(1));
        }
      }
    }
    replica.waited(System.nanoTime() - begun, !replayed.isBehind(wanted));
    return replayed;
  }
}
