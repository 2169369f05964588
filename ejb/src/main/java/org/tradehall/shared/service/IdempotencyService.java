package org.tradehall.shared.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.tradehall.shared.model.ConflictException;

/**
 * Does a thing once per key and business. Key, deed and answer share one transaction: whoever comes
 * second waits on the unique key until the first is through, then gets the first's answer; if the
 * first failed, the second does the deed.
 */
@Stateless
public class IdempotencyService {

  @Inject EntityManager em;
  @Inject Clock clock;

  /**
   * @param answer what the deed answered, as the caller keeps it
   * @param repeated whether an earlier request had done the deed already
   */
  public record Outcome(String answer, boolean repeated) {}

  /**
   * @param fingerprint hash of the request; the same key with another one is a mistake
   * @throws ConflictException if the key was used for something else
   */
  @Anyone("the deed itself checks the right")
  public Outcome once(String key, String operation, byte[] fingerprint, Callable<String> deed)
      throws Exception {
    var connection = em.unwrap(Connection.class);
    if (!claim(connection, key, operation, fingerprint)) {
      return new Outcome(firstAnswer(connection, key, operation, fingerprint), true);
    }
    var answer = deed.call();
    em.flush();
    keep(connection, key, answer);
    return new Outcome(answer, false);
  }

  private boolean claim(Connection connection, String key, String operation, byte[] fingerprint)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into idempotency_keys (business_id, id, key, operation, fingerprint, created_at)
            values (app_business(), nextval('ids'), ?, ?, ?, ?)
            on conflict (business_id, key) do nothing""")) {
      insert.setString(1, key);
      insert.setString(2, operation);
      insert.setBytes(3, fingerprint);
      insert.setTimestamp(4, Timestamp.from(clock.instant()));
      return insert.executeUpdate() == 1;
    }
  }

  private String firstAnswer(
      Connection connection, String key, String operation, byte[] fingerprint) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select operation, fingerprint, answer from idempotency_keys"
                + " where business_id = app_business() and key = ?")) {
      select.setString(1, key);
      try (var row = select.executeQuery()) {
        row.next();
        if (!row.getString(1).equals(operation) || !Arrays.equals(row.getBytes(2), fingerprint)) {
          throw new ConflictException("shared.idempotency-key-reused");
        }
        return row.getString(3);
      }
    }
  }

  private void keep(Connection connection, String key, String answer) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update idempotency_keys set answer = ?"
                + " where business_id = app_business() and key = ?")) {
      update.setString(1, answer);
      update.setString(2, key);
      update.executeUpdate();
    }
  }
}
