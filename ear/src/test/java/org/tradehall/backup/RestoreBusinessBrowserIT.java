package org.tradehall.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;

/** A business is brought back from a backup and then to what it had become, all from its pages. */
class RestoreBusinessBrowserIT extends InBrowser {

  private static final HasTextOptions SOON = new HasTextOptions().setTimeout(90_000);

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Damaged goods"));

  @Test
  void a_damaged_business_is_compared_restored_and_the_restore_undone() {
    var goods = shop.goods("A", "1", 100);
    for (int i = 0; i < 3; i++) {
      sell(goods);
    }
    logIn(Staff.in("Superadmin"));
    var earlier = Backups.last();
    open("platform/backups");
    button("Back up now").click();
    var backup = Backups.endedAfter(earlier);
    assertThat(backup).containsEntry("state", "VALID");
    var before = Sums.of(shop);
    Sql.superuser()
        .run("update products set name = 'Damaged' where business_id = ?", shop.businessId());
    sell(goods);
    var damaged = Sums.of(shop);

    open("platform/business?id=" + shop.businessId());
    link("From a backup").click();
    var unused =
        page.locator("select")
            .selectOption(new SelectOption().setValue(String.valueOf(backup.get("id"))));
    button("Compare").click();
    assertThat(page.locator("#progress .badge")).hasText("To be confirmed", SOON);
    assertThat(row("products")).containsText("≠");
    assertThat(row("sales")).containsText("−");
    assertThat(Sums.of(shop)).isEqualTo(damaged);

    confirm("Another name", Shop.PASSWORD);
    assertThat(page.getByText("This is not the name of the business.")).isVisible();
    confirm("Damaged goods", "wrong");
    assertThat(page.getByText("This is not your current password.")).isVisible();
    assertThat(Sums.of(shop)).isEqualTo(damaged);
    confirm("Damaged goods", Shop.PASSWORD);
    assertThat(page.locator("#progress .badge")).hasText("Done", SOON);
    assertThat(Sums.of(shop)).isEqualTo(before);
    var mail = Tradehall.mailbox().await(shop.email(), 1, Duration.ofSeconds(45));
    assertThat(mail.subject()).isEqualTo("Damaged goods was restored");

    button("Undo").click();
    assertThat(page.locator("#progress .badge")).hasText("To be confirmed", SOON);
    confirm("Damaged goods", Shop.PASSWORD);
    assertThat(page.locator("#progress .badge")).hasText("Done", SOON);
    assertThat(Sums.of(shop)).isEqualTo(damaged);

    Backups.assertNothingIsLeft();
    assertThat(Tradehall.backups().toFile().list((folder, name) -> name.endsWith("-source.age")))
        .isEmpty();
    assertThat(
            Sql.superuser()
                .column(
                    "select action from platform_logs where entity = 'Business' and entity_id = ?"
                        + " order by recorded_at",
                    shop.businessId()))
        .containsExactly(
            "business.restore-confirm",
            "business.restore",
            "business.restore-confirm",
            "business.restore-undo");
    open("platform/business-restore?id=" + shop.businessId());
    assertThat(page.locator("a.row-link")).hasCount(2);
  }

  private Locator row(String table) {
    return page.locator("tr", withText(table)).first();
  }

  private void confirm(String name, String password) {
    page.locator("main #form").getByLabel("Name of the business").fill(name);
    page.locator("main #form input[type=password]").fill(password);
    button("Restore now").click();
  }

  private void sell(long goods) {
    var answer =
        shop.api()
            .post(
                "sales",
                """
                {"payments": [{"method": "CASH", "amount": 1.2}],
                 "lines": [{"productId": %d, "quantity": 1}]}"""
                    .formatted(goods));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }
}
