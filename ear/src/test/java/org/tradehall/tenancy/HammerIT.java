package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/**
 * 200 threads alternate between two businesses, reading and writing, and never see a row of the
 * other. Lasts 20 s, or as long as {@code -Dhammer.seconds=60} says.
 */
class HammerIT {

  private static final int THREADS = 200;
  private static final long SECONDS = Long.getLong("hammer.seconds", 20);

  /** A shop in which every name says whose it is. */
  private record Side(String mark, Shop shop, Api api, long product, long customer) {

    static Side open(String mark) {
      var shop = Shop.open(Shop.Terms.USUAL.named(mark).belowZero());
      for (int i = 0; i < 30; i++) {
        shop.goods(mark + "-" + i, "1", 0);
      }
      return new Side(
          mark, shop, shop.api(), shop.goods(mark + "-sold", "1", 0), shop.customer(mark));
    }
  }

  @Test
  @Timeout(600)
  void not_one_foreign_row() {
    var sides = new Side[] {Side.open("alpha"), Side.open("omega")};
    var requests = new AtomicLong();
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    AtOnce.run(
        THREADS,
        thread -> {
          for (int turn = thread; System.nanoTime() < end; turn++) {
            work(sides[turn % 2], sides[(turn + 1) % 2], turn);
            requests.incrementAndGet();
          }
          return null;
        });
    for (var side : sides) {
      assertThat(side.shop().count("sales")).isPositive();
      assertThat(side.api().get("sales?size=1").json().at("/total").asLong())
          .isEqualTo(side.shop().count("sales"));
    }
    Tradehall.tell("Hammer: " + requests + " requests in " + SECONDS + " s");
  }

  private static void work(Side mine, Side other, int turn) {
    switch (turn / 2 % 5) {
      case 0 -> seesOnlyHisOwn(mine.api().get("products?size=50&sort=sku"), mine, other, 31);
      case 1 -> seesOnlyHisOwn(mine.api().get("customers"), mine, other, 1);
      case 2 -> assertThat(mine.api().get("products/" + other.product()).status()).isEqualTo(404);
      case 3 -> assertThat(mine.api().get("customers/" + other.customer()).status()).isEqualTo(404);
      default -> {
        var sale =
            mine.api()
                .post(
                    "sales",
                    """
                    {"customerId": %d, "lines": [{"productId": %d, "quantity": 1}]}"""
                        .formatted(mine.customer(), mine.product()));
        assertThat(sale.status()).as(sale.toString()).isEqualTo(201);
        assertThat(sale.body()).contains(mine.mark()).doesNotContain(other.mark());
        assertThat(other.api().get("sales/" + sale.id()).status()).isEqualTo(404);
      }
    }
  }

  private static void seesOnlyHisOwn(Api.Answer answer, Side mine, Side other, int total) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body()).contains(mine.mark()).doesNotContain(other.mark());
    assertThat(answer.text("/total")).isEqualTo(String.valueOf(total));
  }
}
