package org.tradehall.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.PostgresTools;
import org.tradehall.harness.PostgresTools.Fault;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/**
 * Whatever goes wrong ends as a failed backup with its reason, leaves nothing, and is tried again.
 */
class BackupFaultsBrowserIT extends InBrowser {

  private static final Duration SOON = Duration.ofSeconds(60);

  @BeforeEach
  void logInAsSuperadmin() {
    Shop.open().goods("MUG", "9.90", 5);
    SystemSettings.set("backup-retry-minutes", "0");
    logIn(Staff.in("Superadmin"));
  }

  @AfterEach
  void mend() {
    PostgresTools.mend();
    SystemSettings.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "KILLED, dump: pg_dump ended with 137",
    "PASSWORD, password authentication failed",
    "DISK, dump: pg_dump ended with 1",
    "TRUNCATED, validate: pg_restore ended with 1",
    "FLIPPED, validate: pg_restore ended with 1",
    "ROWS, validate: The restored backup differs: stock_movements has 0 instead of"
  })
  void a_fault_is_told_cleared_away_and_tried_again(Fault fault, String reason) {
    PostgresTools.breakBy(fault);
    var before = Backups.last();
    open("platform/backups");
    button("Back up now").click();
    var failed = Backups.endedAfter(before);
    PostgresTools.mend();

    assertThat(failed).containsEntry("state", "INVALID").containsEntry("attempt", 1);
    assertThat((String) failed.get("problem")).contains(reason);
    var again = Backups.endedAfter((Long) failed.get("id"));
    assertThat(again).containsEntry("problem", null).containsEntry("state", "VALID");
    assertThat(again).containsEntry("attempt", 2);
    Backups.assertNothingIsLeft();
    Backups.assertNoFile(failed);
    open("platform/backup?id=" + failed.get("id"));
    assertThat(page.locator("#progress .notice.bad")).containsText(reason);
  }

  @Test
  void three_failures_raise_the_alarm_and_a_valid_backup_settles_it() {
    PostgresTools.breakBy(Fault.KILLED);
    var before = Backups.last();
    open("platform/backups");
    button("Back up now").click();
    Until.isTrue(
        SOON,
        () ->
            Sql.operations().number("select count(*) from backup_alarms where settled_at is null")
                > 0);
    PostgresTools.mend();
    assertThat(Sql.operations().number("select count(*) from backups where id > ?", before))
        .isEqualTo(3);
    open("platform/backups");
    assertThat(page.locator(".notice.bad:visible")).containsText("failed after 3 attempts");
    Until.isTrue(
        SOON,
        () ->
            !Sql.superuser()
                .column("select action from platform_logs where action = 'backup.alarm'")
                .isEmpty());
    Until.isTrue(SOON, () -> Health.says("ALARM"));

    var failed = Backups.last();
    button("Back up now").click();
    assertThat(Backups.endedAfter(failed)).containsEntry("state", "VALID");
    Until.isTrue(SOON, () -> Health.says("OK"));
  }

  @Test
  void what_a_dead_server_left_is_cleared_away_and_tried_again() throws IOException {
    // As a server leaves it that is killed while it validates: the row, a file, its work, a
    // database.
    var name = "tradehall-20260101T000000Z-dead.tar.age";
    Files.createDirectories(Tradehall.backups());
    Files.writeString(Tradehall.backups().resolve(name), "half");
    var dead =
        Sql.operations()
            .number(
                "insert into backups (cause, attempt, node, state, step, file)"
                    + " values ('HAND', 1, 'gone/1', 'RUNNING', 'validate', ?) returning id",
                name);
    Files.createDirectories(Tradehall.backups().resolve("work/backup-" + dead + "/unpacked"));
    Sql.operations()
        .run("create database tradehall_side_backup_" + dead + " owner tradehall_owner");

    var again = Backups.endedAfter(dead);
    assertThat(again).containsEntry("state", "VALID").containsEntry("attempt", 2);
    assertThat(Sql.operations().column("select problem from backups where id = ?", dead))
        .containsExactly("validate: the server stopped meanwhile");
    assertThat(Tradehall.backups().resolve(name)).doesNotExist();
    Backups.assertNothingIsLeft();
  }

  @Test
  void a_job_whose_server_died_is_not_at_work_for_ever() {
    var job =
        Sql.operations()
            .number(
                """
                with made as (insert into job_instance (version, jobname, applicationname)
                  values (1, 'restore-business', 'tradehall') returning jobinstanceid)
                insert into job_execution (jobinstanceid, version, createtime, starttime, batchstatus)
                select jobinstanceid, 1, localtimestamp - interval '5 minutes',
                  localtimestamp - interval '5 minutes', 'STARTED' from made
                returning jobexecutionid""");
    Until.isTrue(
        SOON,
        "it has failed",
        () ->
            Sql.operations()
                .column("select batchstatus from job_execution where jobexecutionid = ?", job)
                .contains("FAILED"));
  }
}
