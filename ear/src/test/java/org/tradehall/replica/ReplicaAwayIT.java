package org.tradehall.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Apart;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** The standby may go and come: the primary serves meanwhile, and nobody sees an error. */
class ReplicaAwayIT {

  private static final int READERS = 4;
  private static final long MILLISECOND = 1_000_000;

  private final Apart apart = Apart.running();
  private final Shop shop = apart.shop();
  private final Shop.Staff viewer = shop.employ("VIEWER");
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void a_standby_that_is_killed_and_restarted_under_load_is_noticed_by_nobody() {
    var product = shop.goods("A", "1", 1_000_000);
    Apart.await("reads go to the standby", () -> apart.readsFromStandby(shop, viewer));
    AtOnce.run(
        READERS + 1,
        reader -> {
          if (reader < READERS) {
            workUntilTheEnd(reader, product);
          } else {
            try {
              awaitAnswers(100);
              apart.cluster().standby().kill();
              awaitAnswers(300);
              apart.cluster().standby().restart();
              awaitAnswers(300);
              apart.cluster().standby().restart();
              awaitAnswers(100);
            } finally {
              over.set(true);
            }
          }
          return null;
        });
    assertThat(failures).isEmpty();
    Tradehall.tell(
        answered
            + " answers while the standby went and came, the slowest after "
            + slowest.get() / MILLISECOND
            + " ms");
    assertThat(slowest.get() / MILLISECOND).isLessThan(10_000);
    Apart.await("reads go to the standby again", () -> apart.readsFromStandby(shop, viewer));
  }

  @Test
  void a_server_starts_without_the_standby_and_finds_it_later() {
    apart.server().stop();
    apart.cluster().standby().stop();
    Tradehall.start(apart.server());
    assertThat(shop.apiOf(viewer).get("products").status()).isEqualTo(200);
    apart.cluster().standby().restart();
    Apart.await("reads go to the standby", () -> apart.readsFromStandby(shop, viewer));
  }

  private void workUntilTheEnd(int reader, long product) {
    var sale =
        """
        {"payments": [{"method": "CASH", "amount": 10}],
         "lines": [{"productId": %d, "quantity": 1}]}"""
            .formatted(product);
    var api = reader % 2 == 0 ? shop.api() : shop.apiOf(viewer);
    for (int i = 0; !over.get(); i++) {
      var begun = System.nanoTime();
      var answer =
          switch (i % 4) {
            case 0 -> reader % 2 == 0 ? api.post("sales", sale) : api.get("sales");
            case 1 -> api.get("products/" + product);
            case 2 -> api.get("customers");
            default -> api.get("sales");
          };
      if (answer.status() >= 300) {
        failures.add(answer.toString());
      }
      slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
      answered.incrementAndGet();
    }
  }

  private void awaitAnswers(int more) {
    var enough = answered.get() + more;
    while (answered.get() < enough && failures.size() < 10) {
      LockSupport.parkNanos(10 * MILLISECOND);
    }
  }
}
