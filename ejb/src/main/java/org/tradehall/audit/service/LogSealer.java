package org.tradehall.audit.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/**
 * Seals log entries that wait for it, and deletes those that are old enough. The database does it,
 * for the application's role may write no seals; several servers take turns on the head of the
 * chain.
 */
@Stateless
public class LogSealer {

  /** Few enough that a transaction is short. */
  public static final int AT_ONCE = 500;

  @Inject EntityManager em;
  @Inject Event<Deed> deeds;

  /**
   * Seals in the business of the transaction.
   *
   * @return how many; fewer than {@link #AT_ONCE} if there are no more
   */
  @Anyone("seals what is there already, and tells nothing of it")
  public int seal() {
    return run("select seal_system_log(?)", AT_ONCE);
  }

  /** Seals in the log of the platform. */
  @Anyone("seals what is there already, and tells nothing of it")
  public int sealPlatform() {
    return run("select seal_platform_log(?)", AT_ONCE);
  }

  /** Deletes old entries of the transaction's business; the database keeps the last year anyway. */
  @Anyone("a job; deletes what the business no longer wants to keep")
  public void purge(Instant olderThan) {
    tell(run("select purge_system_log(?)", Timestamp.from(olderThan)), false);
  }

  /** Deletes old entries of the platform's log. */
  @Anyone("a job; deletes what the platform no longer wants to keep")
  public void purgePlatform(Instant olderThan) {
    tell(run("select purge_platform_log(?)", Timestamp.from(olderThan)), true);
  }

  private void tell(int purged, boolean outside) {
    if (purged > 0) {
      var deed = new Deed("log.purge", "Log", null, Map.of("entries", purged));
      deeds.fire(outside ? deed.outsideBusinesses() : deed);
    }
  }

  private int run(String call, Object argument) {
    try (var statement = em.unwrap(Connection.class).prepareStatement(call)) {
      statement.setObject(1, argument);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The log could not be sealed or shortened", e);
    }
  }
}
