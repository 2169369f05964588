package org.tradehall.harness;

import java.sql.SQLException;
import java.time.Duration;

/** The sealing of the system log, which goes on behind the tests' backs. */
public final class Logs {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Logs() {}

  /** Seals what waits, without waiting for the server to do it. */
  public static void seal(Shop shop) {
    try (var connection = Sql.app().connect()) {
      connection.setAutoCommit(false);
      Sql.rows(
          connection,
          "select set_config('app.business_id', ?, true)",
          String.valueOf(shop.businessId()));
      Sql.rows(connection, "select seal_system_log(1000)");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until every entry of the business has its seal. */
  public static void awaitSealed(Shop shop) {
    Until.isTrue(
        LONGEST,
        () ->
            Sql.superuser()
                    .number(
                        "select count(*) from system_logs_unsealed where business_id = ?",
                        shop.businessId())
                == 0);
  }
}
