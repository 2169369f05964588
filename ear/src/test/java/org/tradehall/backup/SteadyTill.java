package org.tradehall.backup;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tradehall.harness.Until;

/**
 * Sells at a steady rate until it is closed: the next sale does not wait for the answer to the one
 * before.
 */
final class SteadyTill implements AutoCloseable {

  private static final int CASHIERS = 10;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Counter counter;
  private final ScheduledExecutorService cashiers = Executors.newScheduledThreadPool(CASHIERS);
  private final Queue<Long> sold = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  SteadyTill(Counter counter, int salesPerSecond) {
    this.counter = counter;
    var gap = SECOND / salesPerSecond;
    for (int i = 0; i < CASHIERS; i++) {
      var unused =
          cashiers.scheduleAtFixedRate(this::sell, i * gap, CASHIERS * gap, TimeUnit.NANOSECONDS);
    }
  }

  private void sell() {
    try {
      var answer = counter.offer();
      if (answer.status() == 201) {
        sold.add(answer.id());
      } else {
        failures.add(answer.toString());
      }
    } catch (RuntimeException e) {
      failures.add(e.toString());
    }
  }

  /** The sales that were answered, by their ids. */
  List<Long> sold() {
    return List.copyOf(sold);
  }

  /** What went otherwise. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  void awaitMore(int sales) {
    var enough = sold.size() + sales;
    Until.isTrue(PATIENCE, sales + " more sales", () -> sold.size() >= enough);
  }

  /** Sends no more, and waits for what is under way. */
  void stop() {
    cashiers.shutdown();
    try {
      if (!cashiers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("A sale was not answered in a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
