package org.tradehall.replica;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tradehall.harness.Apart;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;

/** The standby becomes the primary, and the running application follows it by one command. */
class SwitchOverIT {

  private static final int TILLS = 3;
  private static final int SALES = 60;

  @TempDir Path installation;

  private final Apart apart = Apart.running();
  private final Shop shop = apart.shop();
  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();

  /** Its primary is gone. */
  @AfterEach
  void discard() {
    Apart.discard();
  }

  @Test
  void no_acknowledged_sale_is_lost_and_the_next_ones_go_to_the_new_primary() {
    var product = shop.goods("A", "1", 1_000_000);
    var body =
        """
        {"payments": [{"method": "CASH", "amount": 10}],
         "lines": [{"productId": %d, "quantity": 1}]}"""
            .formatted(product);
    AtOnce.run(
        TILLS + 1,
        till -> {
          if (till < TILLS) {
            sellUntilTheEnd(till, body);
          } else {
            try {
              awaitSales(SALES);
              apart.cluster().primary().stop();
              apart.cluster().promote();
              switchOver();
              awaitSales(acknowledged.size() + SALES);
            } finally {
              over.set(true);
            }
          }
          return null;
        });
    var there =
        apart
            .superuserOnStandby()
            .column("select id from sales where business_id = ?", shop.businessId());
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * SALES);
    assertThat(there).containsAll(acknowledged.stream().map(String::valueOf).toList());
    assertThat(there).as("none twice").hasSizeLessThanOrEqualTo(keys.size());
    assertThat(shop.api().get("sales").status()).isEqualTo(200);
    assertThat(shop.api().get("products/" + product).text("/onHand"))
        .isEqualTo(String.valueOf(1_000_000 - there.size()));
  }

  /** As a till does: what was not answered is sent again, with the same key. */
  private void sellUntilTheEnd(int till, String body) {
    for (int n = 0; !over.get(); n++) {
      var key = till + "-" + n;
      keys.add(key);
      var answer = shop.api().post("sales", body, "Idempotency-Key", key);
      while (answer.status() != 201 && !over.get()) {
        assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(500);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        answer = shop.api().post("sales", body, "Idempotency-Key", key);
      }
      if (answer.status() == 201) {
        acknowledged.add(answer.id());
      }
    }
  }

  private void awaitSales(int enough) {
    Apart.await(enough + " sales", () -> acknowledged.size() >= enough);
  }

  /** Runs what an administrator runs, in an installation like his. */
  private void switchOver() {
    try {
      Files.createDirectories(installation.resolve("bin"));
      Files.createDirectories(installation.resolve("conf"));
      var script = installation.resolve("bin/switch-over.sh");
      Files.copy(Path.of("src/main/install/bin/switch-over.sh"), script);
      var unused =
          Files.createSymbolicLink(
              installation.resolve("server"),
              Path.of(System.getProperty("tradehall.it.server")).toAbsolutePath());
      Files.writeString(
          installation.resolve("conf/tradehall.env"),
          "TRADEHALL_MANAGEMENT_PORT=" + apart.server().managementPort() + "\n");
      var run = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).start();
      run.getOutputStream().close();
      var said = new String(run.getInputStream().readAllBytes(), UTF_8);
      assertThat(run.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
