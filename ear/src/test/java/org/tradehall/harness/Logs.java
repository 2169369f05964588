package org.tradehall.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The sealing of the system log, which goes on behind the tests' backs. */
public final class Logs {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Logs() {}

  /** Waits until every entry of the business has its seal. */
  public static void awaitSealed(Shop shop) {
    await(
        () ->
            Sql.superuser()
                    .number(
                        "select count(*) from system_logs_unsealed where business_id = ?",
                        shop.businessId())
                == 0);
  }

  private static void await(BooleanSupplier condition) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The log was not sealed within " + LONGEST);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
