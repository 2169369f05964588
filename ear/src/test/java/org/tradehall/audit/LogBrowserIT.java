package org.tradehall.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Logs;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** Reading the system log. */
class LogBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void an_owner_sees_what_became_of_a_product() {
    var mug = shop.goods("mug", "2.00", 0);
    shop.goods("jug", "5.00", 0);
    logIn(shop);
    open("app/products/edit?id=" + mug);
    field("Price").fill("3");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/products/(index)?$"));

    open("app/products/edit?id=" + mug);
    link("History").click();
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("tbody tr").first()).containsText("Product changed");
    assertThat(page.locator("tbody tr").first()).containsText("Olga Owner");
    assertThat(page.locator("tbody tr").last()).containsText("API key");

    page.locator("tbody tr a").first().click();
    assertThat(page.locator("tr", withText("Price")).locator("del")).hasText("2.0000");
    assertThat(page.locator("tr", withText("Price")).locator("ins")).hasText("3.0000");
    assertThat(page.locator("main")).containsText("/app/products/edit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "ar"})
  void the_filters_stand_in_one_line_on_a_usual_screen(String language) {
    Sql.superuser().run("update users set locale = ? where id = ?", language, shop.userId());
    logIn(shop);
    open("app/settings/log");
    var middle = middleOf("q");
    for (var filter : List.of("person", "action", "entity", "from", "to")) {
      assertThat(middleOf(filter)).as(filter).isCloseTo(middle, within(4.0));
    }
  }

  private double middleOf(String filter) {
    var box = page.locator(".filters [name='" + filter + "']").boundingBox();
    return box.y + box.height / 2;
  }

  @Test
  void the_filters_stand_in_the_address_and_pages_go_on_where_the_last_ended() {
    for (int i = 0; i < 53; i++) {
      shop.goods("p" + i, "1", 0);
    }
    shop.customer("C-1");
    logIn(shop);
    open("app/settings/log");
    assertThat(page.locator("tbody tr")).hasCount(50);
    link("Older").click();
    assertThat(page.locator("tbody tr")).hasCount(4);
    assertThat(page.locator("tbody tr").last()).containsText("Product added");
    link("Newest").click();
    assertThat(page.locator("tbody tr").first()).containsText("Customer added");

    page.getByLabel("What").selectOption("customer.create");
    page.waitForURL(Pattern.compile("action=customer.create"));
    assertThat(page.locator("tbody tr")).hasCount(1);
    open("app/settings/log?q=p17");
    assertThat(page.locator("tbody tr")).hasCount(1);
    open("app/settings/log?q=nothing-like-it");
    assertThat(page.locator("main")).containsText("Nothing found");
    open("app/settings/log?from=2020-01-01&to=2020-01-02&person=" + shop.userId());
    assertThat(page.locator("main")).containsText("Nothing found");
  }

  @Test
  void an_owner_verifies_the_log_and_hears_of_a_changed_entry() {
    var id = shop.goods("mug", "2.00", 0);
    Logs.awaitSealed(shop);
    logIn(shop);
    open("app/settings/log");
    page.locator("button", withText("Verify")).click();
    assertThat(page.locator(".notice.good")).containsText("The log is whole: 1 entries");
    Sql.superuser().run("update system_logs set user_id = null where entity_id = ?", id);
    page.locator("button", withText("Verify")).click();
    assertThat(page.locator(".notice.bad:visible")).containsText("An entry was changed.");
  }

  @Test
  void a_cashier_does_not_see_the_log() {
    Sql.superuser()
        .run("update memberships set role = 'CASHIER' where business_id = ?", shop.businessId());
    logIn(shop);
    assertThat(page.locator(".side")).not().containsText("System log");
    expect("403");
    open("app/settings/log");
    assertThat(page.locator("main, body").first()).containsText("Not allowed here");
  }

  @Test
  void an_entry_of_another_business_is_not_found() {
    var stranger = Shop.open();
    var product = stranger.goods("secret", "1", 0);
    var entry = Sql.superuser().number("select id from system_logs where entity_id = ?", product);
    logIn(shop);
    open("app/settings/log?entity=Product&id=" + product);
    assertThat(page.locator("main")).containsText("Nothing found");
    expect("404");
    open("app/settings/log-entry?id=" + entry);
    assertThat(page.locator("body")).containsText("Nothing here");
  }

  @Test
  void the_staff_read_the_log_of_the_platform() {
    Sql.superuser()
        .run(
            "insert into admin_profiles (user_id, created_at, admin_role_id) values (?, now(), 1)",
            shop.userId());
    Sql.superuser()
        .run(
            """
            insert into platform_logs (id, recorded_at, user_id, channel, action, entity, entity_id,
              detail, facts_before, facts_after)
            values (nextval('ids'), now(), ?, 'PAGE', 'test.deed', 'User', ?, '{"note":"by the staff"}',
              '{}', '{}')""",
            shop.userId(),
            shop.userId());
    logIn(shop);
    open("platform/log?action=test.deed&person=" + shop.userId());
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.locator("tbody tr a").first().click();
    assertThat(page.locator("main")).containsText("by the staff");
  }
}
