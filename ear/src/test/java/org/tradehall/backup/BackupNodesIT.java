package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;
import org.tradehall.launcher.Server;

/** Two servers on one database, one of which is killed at work again and again. */
class BackupNodesIT {

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Server SURVIVOR = Tradehall.server();
  private static final Server VICTIM = Tradehall.another("victim");

  @BeforeAll
  static void start() {
    SystemSettings.reset();
    Tradehall.start(VICTIM);
  }

  @AfterAll
  static void stop() {
    VICTIM.close();
  }

  @Test
  @Timeout(600)
  void a_backup_whose_server_is_killed_is_invalid_leaves_nothing_and_the_next_is_made() {
    for (var moment : Moment.ofBackup()) {
      var killed = killBackup(moment);
      assertThat(killed)
          .containsEntry("state", "INVALID")
          .containsEntry("problem", moment.step() + ": the server stopped meanwhile");
      Backups.assertNothingIsLeft();
      Backups.assertNoFile(killed);
    }
    var killed = killBackup(Moment.VALID);
    assertThat(killed).containsEntry("state", "VALID").containsEntry("deleted_at", null);
    Backups.assertNothingIsLeft();

    backUp(VICTIM);
    Backups.assertNothingIsLeft();
  }

  private static Map<String, Object> killBackup(Moment moment) {
    var before = Backups.last();
    kill(moment, "backup");
    return Backups.endedAfter(before);
  }

  private static void backUp(Server server) {
    server.awaitReady(START);
    var before = Backups.last();
    var job = Jobs.start(server, "backup");
    var backup = Backups.endedAfter(before);
    assertThat(backup).containsEntry("problem", null).containsEntry("state", "VALID");
    assertThat(backup).containsEntry("job", job);
  }

  @Test
  @Timeout(600)
  void a_restore_whose_server_is_killed_leaves_the_old_or_the_new_and_the_next_is_made() {
    var shop = Shop.open();
    var kept = shop.goods("KEPT", "1", 5);
    backUp(SURVIVOR);
    var added = shop.goods("ADDED", "1", 5);

    for (var moment : Moment.ofRestore()) {
      var killed = killRestore(moment);
      assertThat(killed)
          .containsEntry("state", "FAILED")
          .containsEntry("problem", moment.step() + ": the server stopped meanwhile");
      Backups.assertNothingIsLeft();
      awaitStatus(shop, added, 200);
    }
    var killed = killRestore(Moment.EXCHANGED);
    assertThat(killed).containsEntry("problem", null).containsEntry("state", "DONE");
    assertThat(killed).containsEntry("before", "tradehall_before_" + killed.get("id"));
    Backups.assertNothingIsLeft();
    awaitStatus(shop, added, 404);
    awaitStatus(shop, kept, 200);

    VICTIM.awaitReady(START);
    var before = Restores.last();
    var unused = Jobs.start(VICTIM, "restore", "undoes", killed.get("id"));
    assertThat(Restores.endedAfter(before))
        .containsEntry("problem", null)
        .containsEntry("state", "DONE");
    awaitStatus(shop, added, 200);
    Backups.assertNothingIsLeft();
  }

  private static Map<String, Object> killRestore(Moment moment) {
    var before = Restores.last();
    kill(moment, "restore");
    return Restores.endedAfter(before);
  }

  /** As the server that lived on tells it, once it lets people work again. */
  private static void awaitStatus(Shop shop, long product, int status) {
    var unused =
        Until.is(
            SOON,
            "product " + product + " is answered with " + status,
            () -> shop.api().get("products/" + product).status(),
            told -> told == status);
  }

  /** It is started again at once, while the other one clears up after it. */
  private static void kill(Moment moment, String job) {
    VICTIM.awaitReady(START);
    try (var hold = moment.hold().get()) {
      var execution = Jobs.start(VICTIM, job);
      hold.awaitReached();
      VICTIM.kill();
      hold.abandon();
      VICTIM.start();
      Until.isTrue(SOON, "nobody is at work", BackupNodesIT::isQuiet);
      awaitStatus(SURVIVOR, job, execution, "FAILED");
    }
  }

  private static boolean isQuiet() {
    return Sql.operations()
            .number(
                "select (select count(*) from backups where state = 'RUNNING')"
                    + " + (select count(*) from restores where state = 'RUNNING')")
        == 0;
  }

  @Test
  void what_one_server_works_on_the_other_one_shows() {
    VICTIM.awaitReady(START);
    var before = Backups.last();
    var execution = Jobs.start(SURVIVOR, "backup");
    assertThat(Backups.endedAfter(before)).containsEntry("state", "VALID");
    for (var server : new Server[] {SURVIVOR, VICTIM}) {
      awaitStatus(server, "backup", execution, "COMPLETED");
    }
  }

  private static void awaitStatus(Server server, String job, long execution, String status) {
    var unused =
        Until.is(
            SOON,
            job + " is shown as " + status + " at " + server.url(),
            () -> Jobs.status(server, job, execution),
            status::equals);
  }

  @Test
  void what_is_due_is_begun_by_one_of_them() {
    VICTIM.awaitReady(START);
    var before = Backups.last();
    var hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
    Sql.operations().run("update installation set begun_at = now() - interval '2 hours'");
    SystemSettings.set("backup-hour", String.valueOf(hour));
    SystemSettings.set("backup-every-hours", "24");
    try {
      var backup = Backups.endedAfter(before);
      assertThat(backup).containsEntry("cause", "SCHEDULE").containsEntry("state", "VALID");
      assertThat(backup).containsEntry("asked_by", null);
      assertThat(Backups.last()).isEqualTo(backup.get("id"));
    } finally {
      SystemSettings.reset();
      Sql.operations().run("update installation set begun_at = now()");
    }
  }
}
