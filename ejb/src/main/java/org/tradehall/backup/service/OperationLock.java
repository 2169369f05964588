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

  /** For which a job waits for its turn. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private static final Logger LOG = Logger.getLogger(OperationLock.class.getName());

  @Inject Databases databases;

  private Connection holder;
  private long owner;

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
      return false;
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
