package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One backup or restore at a time in the whole cluster: a lock of the operations database, held by
 * a connection. So it ends with the server that holds it, however that ends.
 */
@ApplicationScoped
public class OperationLock {

  private static final Logger LOG = Logger.getLogger(OperationLock.class.getName());

  @Inject Databases databases;

  private Connection holder;

  /** Takes it if it is free. */
  synchronized boolean take() {
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

  synchronized void release() {
    if (holder != null) {
      try {
        holder.close();
      } catch (SQLException e) {
        LOG.log(Level.FINE, "The connection was lost, and the lock with it", e);
      }
      holder = null;
    }
  }

  /** Whether this server holds it, and has not lost it. */
  synchronized boolean isHeld() {
    try {
      return holder != null && holder.isValid(5);
    } catch (SQLException e) {
      throw new IllegalArgumentException("A time-out is never negative", e);
    }
  }
}
