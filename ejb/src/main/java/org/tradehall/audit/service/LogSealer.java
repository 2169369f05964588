package org.tradehall.audit.service;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.shared.service.Anyone;

/**
 * Seals log entries that wait for it. The database does it, for the application's role may write no
 * seals; several servers take turns on the head of the chain.
 */
@Stateless
public class LogSealer {

  /** Few enough that a transaction is short. */
  public static final int AT_ONCE = 500;

  @PersistenceContext(unitName = "primary")
  EntityManager em;

  /**
   * Seals in the business of the transaction.
   *
   * @return how many; fewer than {@link #AT_ONCE} if there are no more
   */
  @Anyone("seals what is there already, and tells nothing of it")
  public int seal() {
    return run("select seal_system_log(?)");
  }

  /** Seals in the log of the platform. */
  @Anyone("seals what is there already, and tells nothing of it")
  public int sealPlatform() {
    return run("select seal_platform_log(?)");
  }

  private int run(String call) {
    try (var statement = em.unwrap(Connection.class).prepareStatement(call)) {
      statement.setInt(1, AT_ONCE);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The log could not be sealed", e);
    }
  }
}
