package org.tradehall.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Until;

/** The whole installation is taken back to a backup, and the restore is taken back. */
class RestoreBrowserIT extends InBrowser {

  @BeforeEach
  void logInAsSuperadmin() {
    logIn(Staff.in("Superadmin"));
  }

  @Test
  void a_restore_goes_live_and_is_taken_back() {
    var shop = Shop.open();
    var kept = shop.goods("KEPT", "1", 5);
    var backup = backUp();
    var added = shop.goods("ADDED", "1", 5);

    expect("503");
    restore(backup);
    assertThat(shop.api().get("products/" + kept).status()).isEqualTo(200);
    assertThat(shop.api().get("products/" + added).status()).isEqualTo(404);
    var again = shop.goods("AGAIN", "1", 5);
    assertThat(again).isGreaterThan(added);

    undo();
    assertThat(shop.api().get("products/" + added).status()).isEqualTo(200);
    assertThat(shop.api().get("products/" + again).status()).isEqualTo(404);
    Backups.assertNothingIsLeft();
  }

  @Test
  void a_wrong_word_or_password_restores_nothing() {
    var backup = backUp();
    var before = restores();
    open("platform/backup?id=" + backup);
    confirm("restore", Shop.PASSWORD);
    assertThat(page.getByText("Please type RESTORE.")).isVisible();
    confirm("RESTORE", "not the password");
    assertThat(page.getByText("This is not your current password.")).isVisible();
    assertThat(restores()).isEqualTo(before);
  }

  private long backUp() {
    var before = Backups.last();
    open("platform/backups");
    button("Back up now").click();
    assertThat(page.getByText("The backup has begun.")).isVisible();
    var backup = Backups.endedAfter(before);
    assertThat(backup).containsEntry("state", "VALID");
    return (Long) backup.get("id");
  }

  private void restore(long backup) {
    open("platform/backup?id=" + backup);
    confirmAndAwaitLive();
  }

  private void undo() {
    confirmAndAwaitLive();
  }

  private void confirm(String word, String password) {
    var form = page.locator("main #form");
    form.getByLabel("Confirmation").fill(word);
    form.locator("input[type=password]").fill(password);
    form.locator("button[type=submit]").click();
  }

  /** The page moves on by itself, also while nobody can work. */
  private void confirmAndAwaitLive() {
    var before = restores();
    confirm("RESTORE", Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/restores"));
    Until.isTrue(Duration.ofSeconds(30), () -> restores() > before);
    page.reload();
    page.locator("a.row-link").first().click();
    assertThat(page.locator("#progress .badge"))
        .hasText("Live", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
  }

  private static long restores() {
    return Sql.operations().number("select count(*) from restores");
  }
}
