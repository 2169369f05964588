package org.tradehall.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** The power goes out while eight tills sell. */
class CrashIT {

  private static final int TILLS = 8;
  private static final int SALES_BEFORE = 200;

  private final Shop shop = Shop.open();
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final CountDownLatch enough = new CountDownLatch(SALES_BEFORE);

  @Test
  @Timeout(600)
  void every_acknowledged_sale_is_there_and_none_is_half() {
    var first = shop.goods("A", "1", 100_000);
    var second = shop.goods("B", "2", 100_000);
    var customer = shop.customer("C");
    var body =
        """
        {"customerId": %d, "payments": [{"method": "CASH", "amount": 1}],
         "lines": [{"productId": %d, "quantity": 1}, {"productId": %d, "quantity": 2}]}"""
            .formatted(customer, first, second);
    try (var server = Tradehall.another("crash")) {
      Tradehall.start(server);
      var api = shop.api(server.url());
      AtOnce.run(
          TILLS + 1,
          till -> {
            if (till == TILLS) {
              await(enough);
              server.kill();
            } else {
              sellUntilTheEnd(api, till, body);
            }
            return null;
          });
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(SALES_BEFORE);
      assertThat(sent).hasSizeGreaterThan(acknowledged.size());

      Tradehall.start(server);

      Books.balance(shop);
      assertThat(shop.count("sales"))
          .isBetween((long) acknowledged.size(), (long) acknowledged.size() + TILLS);
      assertThat(acknowledged)
          .allSatisfy(id -> assertThat(api.get("sales/" + id).status()).isEqualTo(200));
      assertThat(Sql.superuser().number("select count(*) from pg_prepared_xacts")).isZero();

      // Tills that got no answer ask again with the same key, and nothing is sold twice.
      for (var key : sent) {
        assertThat(api.post("sales", body, "Idempotency-Key", key).status()).isEqualTo(201);
      }
      assertThat(shop.count("sales")).isEqualTo(sent.size());
      Books.balance(shop);
    }
  }

  private void sellUntilTheEnd(Api api, int till, String body) {
    try {
      for (int n = 0; ; n++) {
        var key = till + "-" + n;
        sent.add(key);
        var answer = api.post("sales", body, "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        acknowledged.add(answer.id());
        enough.countDown();
      }
    } catch (UncheckedIOException theServerIsGone) {
      assertThat(enough.getCount()).as("sales that were missing at the crash").isZero();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
