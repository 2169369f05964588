package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Apart;
import org.tradehall.harness.Api;
import org.tradehall.harness.Until;

/** A restore of the whole installation whose standby is behind, as it is with much data. */
class RestoreLagIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Apart apart = Apart.running();

  @Test
  @Timeout(300)
  void reads_go_to_the_restored_database_also_when_the_standby_learns_of_it_later() {
    var shop = apart.shop();
    var reader = shop.apiOf(shop.employ("VIEWER"));
    var kept = shop.customer("KEPT");
    backUp();
    var added = shop.customer("ADDED");
    apart.catchUp();

    apart.cluster().pauseReplay();
    try {
      restore();
      awaitStatus(reader, kept, 200);
      awaitStatus(reader, added, 404);
      Apart.await(
          "the server has connected to what bears the name on the standby",
          () ->
              apart
                      .superuserOnStandby()
                      .number(
                          "select count(*) from pg_stat_activity where datname = current_database()"
                              + " and application_name = 'tradehall-replica'")
                  > 0);
    } finally {
      apart.cluster().resumeReplay();
    }
    Apart.await(
        "reads go to the standby", () -> apart.readsFromStandby(shop, shop.employ("VIEWER")));
    for (int i = 0; i < 20; i++) {
      assertThat(reader.get("customers/" + added).status()).isEqualTo(404);
      assertThat(reader.get("customers/" + kept).status()).isEqualTo(200);
    }
  }

  private void backUp() {
    var before = Backups.last(apart.operations());
    var unused = Jobs.start(apart.server(), "backup");
    assertThat(Backups.endedAfter(apart.operations(), before))
        .containsEntry("problem", null)
        .containsEntry("state", "VALID");
  }

  private void restore() {
    var before = Restores.last(apart.operations());
    var unused = Jobs.start(apart.server(), "restore");
    assertThat(Restores.endedAfter(apart.operations(), before))
        .containsEntry("problem", null)
        .containsEntry("state", "DONE");
  }

  private static void awaitStatus(Api reader, long customer, int status) {
    var unused =
        Until.is(
            SOON,
            "customer " + customer + " is answered with " + status,
            () -> reader.get("customers/" + customer).status(),
            told -> told == status);
  }
}
