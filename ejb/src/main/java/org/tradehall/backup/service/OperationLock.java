package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One backup or restore at a time in the whole cluster: a lock of the operations database, held by
 * a connection. So it ends with the server that holds it, however that ends.
 */
@ApplicationScoped
public class OperationLock {

  /** Takes it for a moment, and is no job. */
  static final long ROUND = 0;

  /** Left by a round to the job that it has begun. */
  private static final long LEFT = -1;

  /** Nanoseconds after which that job does not come any more. */
  private static final long COMING = Duration.ofMinutes(1).toNanos();

  /** For which a job waits for its turn. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  /** Seconds for the operations database to answer. */
  private static final int ANSWER = 10;

  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private static final Logger LOG = Logger.getLogger(OperationLock.class.getName());

  @Inject Databases databases;

  private Connection holder;
  private long owner;
  private long leftAt;

  /**
   * Takes it, unless another job has it: a round gives it back soon.
   *
   * @param taker the execution of a job
   */
  boolean await(long taker) {
    var end = System.nanoTime() + LONGEST_ROUND.toNanos();
    while (!take(taker)) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return true;
  }

  /**
   * Takes it if it is free.
   *
   * @param taker the execution of a job, or {@link #ROUND}
   */
  synchronized boolean take(long taker) {
    if (holder != null) {
      return inherit(taker);
    }
    try {
      var connection = databases.to(databases.operationsName());
      try (var statement =
              connection.prepareStatement(
                  "select pg_try_advisory_lock(hashtextextended('tradehall-operation', 0))");
          var row = statement.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          holder = connection;
          owner = taker;
          return true;
        }
      }
      connection.close();
      return false;
    } catch (SQLException e) {
      throw new OperationFailed(
          "The operations database could not be reached: " + e.getMessage(), e);
    }
  }

  private boolean inherit(long taker) {
    boolean free = owner == LEFT && (taker != ROUND || System.nanoTime() - leftAt > COMING);
    if (free) {
      owner = taker;
    }
    return free;
  }

  /**
   * The round leaves it to the job that it begins, so that no other server finds the same thing due
   * in between.
   */
  synchronized void leaveToJob() {
    if (isHeldBy(ROUND)) {
      owner = LEFT;
      leftAt = System.nanoTime();
    }
  }

  /**
   * @throws OperationFailed if the connection that holds it was lost, and it may be somebody else's
   */
  synchronized void assertHeld(long taker) {
    try {
      if (!isHeldBy(taker) || !holder.isValid(ANSWER)) {
        throw new OperationFailed("The turn was lost with the operations database");
      }
    } catch (SQLException e) {
      throw new OperationFailed("The turn was lost with the operations database", e);
    }
  }

  /** Gives it back, unless it is somebody else's. */
  synchronized void release(long taker) {
    if (isHeldBy(taker)) {
      try {
        holder.close();
      } catch (SQLException e) {
        LOG.log(Level.FINE, "The connection was lost, and the lock with it", e);
      }
      holder = null;
    }
  }

  synchronized boolean isHeldBy(long taker) {
    return holder != null && owner == taker;
  }
}
