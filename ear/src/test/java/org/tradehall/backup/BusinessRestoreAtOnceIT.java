package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Until;

/** One business is brought back while in it, and beside it, people work. */
class BusinessRestoreAtOnceIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Shop shop = Shop.open();
  private final Shop other = Shop.open();
  private final Counter counter = Counter.in(shop);
  private final Counter neighbour = Counter.in(other);
  private final Damage damage = new Damage(counter);

  @BeforeEach
  void trade() {
    for (int i = 0; i < 5; i++) {
      counter.sell();
    }
    neighbour.sell();
  }

  @AfterEach
  void mend() {
    damage.mendBooks();
  }

  @Test
  @Timeout(120)
  void the_others_work_on_and_the_business_itself_can_be_looked_at() {
    var before = Sums.of(shop);
    try (var past = Past.now()) {
      damage.deleteSales("true");
      var reached = new CountDownLatch(1);
      var looked = new CountDownLatch(1);
      var undo = waiting(reached, looked);

      AtOnce.run(
          2,
          thread -> {
            if (thread == 0) {
              return Restoring.apply(shop, past.of(shop), undo);
            }
            await(reached);
            try {
              assertThat(shop.api().get("products/" + counter.product()).status()).isEqualTo(200);
              var refused = counter.offer();
              assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
              assertThat(refused.header("Retry-After")).isEqualTo("5");
              assertThat(refused.text("/type")).endsWith("tenancy.restoring");
              assertThat(neighbour.sell()).isPositive();
            } finally {
              looked.countDown();
            }
            return null;
          });

      assertThat(Sums.of(shop)).isEqualTo(before);
      assertThat(counter.sell()).isPositive();
    }
  }

  @Test
  @Timeout(120)
  void it_is_restored_again_and_again_while_it_and_its_neighbour_sell() {
    var acknowledged = new ConcurrentLinkedQueue<Long>();
    var tried = new ConcurrentLinkedQueue<Integer>();
    var over = new AtomicBoolean();
    try (var past = Past.now()) {
      var before = Sums.of(shop);
      long soldBefore = other.count("sales");
      AtOnce.run(
          3,
          thread -> {
            switch (thread) {
              case 0 -> sellUntil(over, acknowledged);
              case 1 -> insistUntil(over, tried);
              default -> {
                try {
                  awaitMore(acknowledged, 10);
                  damage.deleteSales("business_date > current_date - 31");
                  for (int i = 0; i < 5; i++) {
                    Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());
                  }
                  awaitMore(acknowledged, 40);
                } finally {
                  over.set(true);
                }
              }
            }
            return null;
          });
      // What the insistent one sold after the last restore goes with one more.
      Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());
      assertThat(Sums.of(shop)).isEqualTo(before);
      assertThat(other.count("sales")).isEqualTo(soldBefore + acknowledged.size());
      assertThat(
              Sql.superuser()
                  .column("select id from sales where business_id = ?", other.businessId()))
          .containsAll(acknowledged.stream().map(String::valueOf).toList());
      assertThat(tried).isSubsetOf(201, 503);
    }
  }

  private void sellUntil(AtomicBoolean over, Queue<Long> acknowledged) {
    while (!over.get()) {
      acknowledged.add(neighbour.sell());
    }
  }

  /** In the business that is being restored. */
  private void insistUntil(AtomicBoolean over, Queue<Integer> statuses) {
    while (!over.get()) {
      statuses.add(counter.offer().status());
    }
  }

  private static void awaitMore(Collection<Long> acknowledged, int more) {
    int enough = acknowledged.size() + more;
    Until.isTrue(SOON, more + " more sales", () -> acknowledged.size() >= enough);
  }

  private static OutputStream waiting(CountDownLatch reached, CountDownLatch looked) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        reached.countDown();
        await(looked);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
