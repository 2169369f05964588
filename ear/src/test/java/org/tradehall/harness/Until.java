package org.tradehall.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to come true, no longer than it takes. */
public final class Until {

  private static final long PAUSE = Duration.ofMillis(50).toNanos();

  private Until() {}

  /**
   * @throws AssertionError if it has not come true in time
   */
  public static void isTrue(Duration limit, BooleanSupplier condition) {
    isTrue(limit, "it is so", condition);
  }

  /**
   * @param what after "Waited in vain until"
   */
  public static void isTrue(Duration limit, String what, BooleanSupplier condition) {
    var unused = is(limit, what, condition::getAsBoolean, so -> so);
  }

  /** Asks again and again, and returns the first answer that will do. */
  public static <T> T is(Duration limit, String what, Supplier<T> question, Predicate<T> enough) {
    var end = System.nanoTime() + limit.toNanos();
    var answer = question.get();
    while (!enough.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Waited %d s in vain until %s; the last answer was %s"
                .formatted(limit.toSeconds(), what, answer));
      }
      LockSupport.parkNanos(PAUSE);
      answer = question.get();
    }
    return answer;
  }
}
