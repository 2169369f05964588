package org.tradehall.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.SystemSettings;

/** The pages that are made from the catalogue of settings. */
class SettingsBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @AfterEach
  void nothingStaysSetForTheInstallation() {
    SystemSettings.reset();
  }

  @Test
  void the_narrowest_value_counts_and_every_change_is_logged() {
    logIn(shop);
    open("app/settings/business");
    field("Page to start with").selectOption("sales");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    open("");
    page.waitForURL(Pattern.compile("/app/sales/"));

    open("app/settings/mine");
    assertThat(field("Page to start with")).containsText("Sales (not set here)");
    field("Page to start with").selectOption("products");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    open("");
    page.waitForURL(Pattern.compile("/app/products/"));

    field("Search");
    open("app/settings/mine");
    field("Page to start with").selectOption("");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    open("");
    page.waitForURL(Pattern.compile("/app/sales/"));

    assertThat(
            Sql.superuser()
                .column(
                    "select action || facts_before || facts_after from system_logs"
                        + " where business_id = ? order by recorded_at",
                    shop.businessId()))
        .containsExactly(
            "settings.business{\"start-page\":null}{\"start-page\":\"sales\"}",
            "settings.user{\"start-page\":null}{\"start-page\":\"products\"}",
            "settings.user{\"start-page\":\"products\"}{\"start-page\":null}");
  }

  @Test
  void a_branch_has_its_own_value() {
    logIn(shop);
    open("app/settings/business?branch=" + shop.branchId());
    field("Page to start with").selectOption("new-sale");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();
    open("");
    page.waitForURL(Pattern.compile("/app/sales/new"));
    assertThat(
            Sql.superuser()
                .column(
                    "select value from business_settings where business_id = ? and branch_id = ?",
                    shop.businessId(),
                    shop.branchId()))
        .containsExactly("new-sale");
  }

  @Test
  void what_may_not_be_set_is_refused_at_its_field() {
    logIn(shop);
    open("app/settings/business");
    field("Years to keep the system log").fill("31");
    button("Save").click();
    assertThat(page.locator(".field", withText("Years to keep the system log")))
        .containsText("Please enter a whole number from 1 to 30.");
    assertThat(shop.count("business_settings")).isZero();
  }

  @Test
  void only_who_manages_the_business_may_set_its_values() {
    Sql.superuser()
        .run("update memberships set role = 'CASHIER' where business_id = ?", shop.businessId());
    logIn(shop);
    expect("403");
    open("app/settings/business");
    assertThat(page.locator("body")).containsText("Not allowed here");
  }

  @Test
  void the_staff_close_the_sign_up() {
    Sql.superuser()
        .run(
            "insert into admin_profiles (user_id, created_at, admin_role_id) values (?, now(), 1)",
            shop.userId());
    logIn(shop);
    open("platform/settings");
    field("Strangers may sign up").selectOption("false");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();

    session().clearCookies();
    open("signup");
    field("Your name").fill("Stranger");
    field("E-mail").fill("stranger-" + shop.userId() + "@example.org");
    field("Password").fill(Shop.PASSWORD);
    button("Create an account").click();
    assertThat(page.getByText("New accounts are by invitation only.")).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select facts_after from platform_logs where user_id = ? and"
                        + " action = 'settings.platform'",
                    shop.userId()))
        .containsExactly("{\"sign-up-open\":\"false\"}");
  }

  @Test
  void an_idle_session_ends_after_the_minutes_that_are_set() {
    set("Minutes until an idle session ends", 10);
    logIn(shop);
    idle(9);
    open("app/products/");
    assertThat(page.url()).contains("/app/products");
    idle(11);
    open("app/products/");
    assertThat(page.url()).contains("/login");
  }

  /** By the pages, so that the server knows it at once. */
  private void set(String label, int minutes) {
    var staff = Shop.open();
    Sql.superuser()
        .run(
            "insert into admin_profiles (user_id, created_at, admin_role_id) values (?, now(), 1)",
            staff.userId());
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/$"));
    open("platform/settings");
    field(label).fill(String.valueOf(minutes));
    button("Save").click();
    page.getByText("The settings are saved.").waitFor();
    session().clearCookies();
  }

  private void idle(int minutes) {
    Sql.superuser()
        .run(
            "update user_sessions set last_seen_at = now() - ? * interval '1 minute'"
                + " where user_id = ?",
            minutes,
            shop.userId());
  }

  @Test
  void a_support_visit_lasts_the_minutes_that_are_set() {
    set("Minutes that a support visit lasts", 45);
    var staff = Shop.open();
    Sql.superuser()
        .run(
            "insert into admin_profiles (user_id, created_at, admin_role_id) values (?, now(), 1)",
            staff.userId());
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/$"));
    open("admin/enter?id=" + shop.businessId());
    assertThat(page.getByText("for 45 minutes")).isVisible();
    field("Reason").fill("A look");
    button("Enter").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(
            Sql.superuser()
                .column(
                    "select (ends_at - started_at)::text from support_sessions where business_id = ?",
                    shop.businessId()))
        .containsExactly("00:45:00");
  }
}
