package org.tradehall.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to come true, no longer than it takes. */
public final class Until {

  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private Until() {}

  /**
   * @throws AssertionError if it has not come true in time
   */
  public static void isTrue(Duration limit, BooleanSupplier condition) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It was not so after " + limit.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
