package org.tradehall.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;

/** A backup by hand, from its page, from the first box of its flow to the last. */
class BackupBrowserIT extends InBrowser {

  @BeforeEach
  void logInAsSuperadmin() {
    logIn(Staff.in("Superadmin"));
  }

  @Test
  void a_backup_by_hand_is_dumped_stored_copied_restored_and_compared() {
    var shop = Shop.open();
    var mug = shop.goods("MUG", "9.90", 5);
    var before = Backups.last();

    open("platform/backups");
    button("Back up now").click();
    assertThat(page.getByText("The backup has begun.")).isVisible();
    var backup = Backups.endedAfter(before);

    assertThat(backup).containsEntry("state", "VALID").containsEntry("problem", null);
    assertThat(backup)
        .containsEntry("source", "REPLICA")
        .containsEntry("cause", "HAND")
        .containsEntry("copied", true);
    assertThat(
            Sql.operations()
                .number(
                    "select (tables #>> '{sales,rows}')::bigint from backups where id = ?",
                    backup.get("id")))
        .isGreaterThanOrEqualTo(0);
    assertThat(mug).isPositive();
    var file = (String) backup.get("file");
    assertThat(Tradehall.backups().resolve(file)).hasSize((Long) backup.get("bytes"));
    assertThat(Tradehall.backupCopies().resolve(file))
        .hasSameBinaryContentAs(Tradehall.backups().resolve(file));
    Backups.assertNothingIsLeft();

    open("platform/backups");
    page.locator("a.row-link").first().click();
    assertThat(page.locator("#progress .badge"))
        .hasText("Valid", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    assertThat(page.locator(".log-lines")).containsText("all the same");
    assertThat(
            Sql.superuser()
                .column("select action from platform_logs where action = 'backup.start'"))
        .isNotEmpty();
  }
}
