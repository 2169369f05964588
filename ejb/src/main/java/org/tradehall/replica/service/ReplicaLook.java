package org.tradehall.replica.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import javax.sql.DataSource;
import org.tradehall.replica.model.Position;
import org.tradehall.shared.service.ConnectionPools;

/** Looks how the replica is. One at a time. */
@ApplicationScoped
public class ReplicaLook {

  /** An hour of looks. */
  private static final int MOST_SAMPLES = 3_600;

  /** The longest pause between looks at a replica that is away is two to the power of this. */
  private static final int LONGEST_PAUSE = 3;

  /** Of the pool, after its blocking timeout. */
  private static final String NO_CONNECTION_FREE = "IJ000655";

  @Resource(lookup = "java:jboss/datasources/primary")
  DataSource primary;

  @Resource(lookup = "java:jboss/datasources/replica")
  DataSource replicas;

  @Inject Replica replica;
  @Inject OwnWrites ownWrites;
  @Inject OwnTransaction own;
  @Inject Route route;

  /** What the primary had and when, as far as the replica does not have it. */
  private final ArrayDeque<Sample> samples = new ArrayDeque<>();

  /** The name of the database in which everybody works; null while the primary has not told. */
  private String live;

  private int failures;
  private long notBefore = System.nanoTime();

  private record Sample(Position written, long at) {}

  /**
   * @param most the greatest lag with which the replica may be read
   */
  public synchronized void look(Duration most) {
    if (!replica.isConfigured() || System.nanoTime() - notBefore < 0) {
      return;
    }
    askPrimary();
    try {
      var replayed = askReplica();
      while (!samples.isEmpty() && !replayed.isBehind(samples.peekFirst().written())) {
        samples.removeFirst();
      }
      if (!replica.isUsable()) {
        touch();
      }
      replica.seen(replayed, lag(), lagBytes(replayed), most);
      ownWrites.forget(replayed);
      failures = 0;
    } catch (Exception e) {
      if (isCrowded(e)) {
        return;
      }
      replica.failed(String.valueOf(e.getMessage()));
      failures = Math.min(failures + 1, LONGEST_PAUSE);
    }
    notBefore =
        System.nanoTime() + (failures == 0 ? 0 : Duration.ofSeconds(1L << failures).toNanos());
  }

  /** That all connections are in use says nothing of the replica; the next look may find one. */
  private static boolean isCrowded(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).startsWith(NO_CONNECTION_FREE)) {
        return true;
      }
    }
    return false;
  }

  /** The primary being away, the replica is as far behind as it was. */
  private void askPrimary() {
    var at = System.nanoTime();
    var unsettled = ownWrites.unsettled();
    try (var connection = primary.getConnection();
        var ask =
            connection.prepareStatement("select " + Learning.SQL + "::text, current_database()");
        var row = ask.executeQuery()) {
      row.next();
      var written = Position.told(row.getString(1));
      live = row.getString(2);
      unsettled.forEach((person, version) -> ownWrites.settle(person, version, written));
      if (samples.size() < MOST_SAMPLES) {
        samples.addLast(new Sample(written, at));
      }
    } catch (SQLException e) {
      // Whoever works on the primary sees that himself.
    }
  }

  private Position askReplica() throws SQLException {
    var answer = answer();
    if (live != null && !live.equals(answer.database())) {
      // A restored database has taken the name of the one that these connections still lead to. The
      // replica knows by now, so that new ones lead to the right one.
      ConnectionPools.letGoIdle("replica");
      answer = answer();
    }
    if (live != null && !live.equals(answer.database())) {
      throw new SQLException("It leads to " + answer.database());
    }
    return answer.replayed();
  }

  private record Answer(Position replayed, String database) {}

  private Answer answer() throws SQLException {
    try (var connection = replicas.getConnection();
        var ask =
            connection.prepareStatement(
                "select pg_is_in_recovery(), " + CatchingUp.SQL + "::text, current_database()");
        var row = ask.executeQuery()) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new SQLException("It is no standby");
      }
      return new Answer(Position.told(row.getString(2)), row.getString(3));
    }
  }

  /**
   * EclipseLink's first login to a server must not fail: the persistence unit would be lost until
   * the next start.
   */
  private void touch() throws Exception {
    own.run(
        () -> {
          route.replica(Optional.empty());
          return route.entityManager().unwrap(Connection.class);
        });
  }

  private Duration lag() {
    return samples.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - samples.peekFirst().at());
  }

  private long lagBytes(Position replayed) {
    return samples.isEmpty() ? 0 : samples.peekLast().written().bytes() - replayed.bytes();
  }
}
