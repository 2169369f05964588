package org.tradehall.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this process, with an end. */
final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Waiting() {}

  /**
   * Asks again and again until the answer is yes or the time is up.
   *
   * @return whether the answer was yes in time
   * @throws LaunchException when the thread is interrupted, which is how a stop reaches a start
   */
  static boolean until(Duration limit, BooleanSupplier reached) {
    var end = System.nanoTime() + limit.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new LaunchException("Stopped while starting.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
