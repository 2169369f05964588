package org.tradehall.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;

/**
 * The flow from the start to a panel, a page and an action, and out again: one test for each arrow,
 * those of failure among them.
 */
class SecurityFlowBrowserIT extends InBrowser {

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Harbour"));

  @Test
  void start_leads_to_login() {
    open("");
    assertThat(page).hasURL(Pattern.compile("/login"));
    open("app/sales/");
    assertThat(page).hasURL(Pattern.compile("/login\\?from="));
  }

  @Test
  void a_wrong_login_leads_back_to_login_with_a_message() {
    open("login");
    logIn(shop.email(), "wrong horse battery");
    assertThat(page.getByText("The e-mail address or the password is not right.")).isVisible();
    assertThat(page).hasURL(Pattern.compile("/login"));
    isOut();
  }

  @Test
  void a_locked_login_leads_back_to_login_and_tells_how_long() {
    Sql.superuser()
        .run(
            "insert into login_attempts (kind, subject, count, last_at, blocked_until) values"
                + " ('ACCOUNT', encode(sha256(?::bytea), 'hex'), 30, now(),"
                + " now() + interval '10 minutes')",
            shop.email());
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    assertThat(page.getByText("Too many attempts")).isVisible();
    isOut();
  }

  @Test
  void a_login_without_admin_profile_and_business_leads_to_setting_one_up() {
    Sql.superuser().run("delete from memberships where user_id = ?", shop.userId());
    start(shop.email(), "/setup");
    for (var closed : List.of("app/dashboard", "app/products/", "app/settings/log")) {
      open(closed);
      assertThat(page).hasURL(Pattern.compile("/setup"));
    }
  }

  @Test
  void a_login_with_one_business_leads_straight_into_it() {
    start(shop.email(), "/app/dashboard");
    assertThat(page.locator(".menu-name").first()).hasText("Harbour");
  }

  @Test
  void a_login_with_many_businesses_leads_to_one_and_the_choice_to_the_others() {
    shop.sister(Shop.Terms.USUAL.named("Uptown"));
    start(shop.email(), "/app/dashboard");
    page.locator("summary[aria-label='Switch business']").click();
    assertThat(page.locator("#switch")).containsText("Harbour");
    page.locator("#switch a", withText("Uptown")).click();
    assertThat(page.locator(".menu-name").first()).hasText("Uptown");
  }

  @Test
  void a_business_of_others_cannot_be_chosen() {
    var other = Shop.open();
    var mug = other.goods("mug", "1", 1);
    start(shop.email(), "/app/dashboard");
    page.locator("summary[aria-label='Switch business']").click();
    assertThat(page.locator("#switch .menu-item[href='#']")).hasCount(1);
    expect("404");
    open("app/products/edit?id=" + mug);
    assertThat(page.locator("h1")).hasText("Nothing here");
    var key = shop.key().replace("th_" + shop.businessId(), "th_" + other.businessId());
    var program = new Api(Tradehall.server().url(), key);
    assertThat(program.get("products").status()).isEqualTo(401);
  }

  @Test
  void a_permission_that_is_held_leads_to_the_page() {
    start(shop.employ("CASHIER").email(), "/app/dashboard");
    assertThat(page.navigate(Tradehall.url("app/sales/new").toString()).status()).isEqualTo(200);
    assertThat(page.locator("h1")).hasText("New sale");
  }

  @Test
  void a_permission_that_is_missing_leads_to_a_refusal_on_pages_and_in_the_api() {
    var cashier = shop.employ("CASHIER");
    start(cashier.email(), "/app/dashboard");
    expect("403");
    var answer = page.navigate(Tradehall.url("app/settings/members").toString());
    assertThat(answer.status()).isEqualTo(403);
    assertThat(page.locator("h1")).hasText("Not allowed here");
    assertThat(cashier.api().get("imports").status()).isEqualTo(403);
  }

  @Test
  void an_action_that_is_done_leads_to_a_row_of_the_system_log() {
    start(shop.email(), "/app/dashboard");
    open("app/customers/new");
    field("Name").fill("Carla");
    field("Code").fill("C1");
    button("Save").click();
    assertThat(page.getByText("is saved")).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select user_id from system_logs where business_id = ?"
                        + " and action = 'customer.create'",
                    shop.businessId()))
        .containsExactly(String.valueOf(shop.userId()));
  }

  @Test
  void an_admin_profile_leads_to_the_admin_panel_and_with_a_reason_into_a_business() {
    var staff = Staff.in("Support");
    start(staff.email(), "/admin/$");
    open("app/sales/");
    assertThat(page).hasURL(Pattern.compile("/admin/$"));

    enter("Ticket 7");
    assertThat(page.locator(".support-banner")).containsText("Ticket 7");
    assertThat(
            Sql.superuser()
                .column(
                    "select user_id || ' for ' || on_behalf_of from system_logs"
                        + " where business_id = ? and action = 'support.begin'",
                    shop.businessId()))
        .containsExactly(staff.userId() + " for " + shop.userId());
    open("app/sales/");
    assertThat(page.locator("h1")).hasText("Sales");
  }

  @Test
  void an_admin_without_a_reason_stays_outside() {
    start(Staff.in("Support").email(), "/admin/$");
    open("admin/enter?id=" + shop.businessId());
    button("Enter").click();
    assertThat(page.locator(".ui-message-error, .ui-message-error-detail").first()).isVisible();
    open("app/sales/");
    assertThat(page).hasURL(Pattern.compile("/admin/$"));
  }

  @Test
  void an_admin_without_the_permission_is_refused() {
    start(Staff.in("Support").email(), "/admin/$");
    expect("403");
    open("platform/");
    assertThat(page.locator("h1")).hasText("Not allowed here");
    enter("Ticket 8");
    for (var closed :
        List.of(
            "app/settings/members",
            "app/settings/api-keys",
            "app/settings/branch",
            "app/settings/role",
            "app/sales/new",
            "app/expenses/new",
            "app/customers/new",
            "app/products/new",
            "app/imports/new",
            "app/imports/")) {
      open(closed);
      assertThat(page.locator("h1")).hasText("Not allowed here");
    }
  }

  @Test
  void a_superadmin_profile_leads_to_the_superadmin_panel_outside_all_businesses() {
    start(Staff.in("Superadmin").email(), "/platform/$");
    for (var own : List.of("users", "staff", "settings", "log", "jobs", "health", "")) {
      var answer = page.navigate(Tradehall.url("platform/" + own).toString());
      assertThat(answer.status()).as(own).isEqualTo(200);
    }
    for (var ofBusiness : List.of("app/dashboard", "app/products/", "app/settings/log")) {
      open(ofBusiness);
      assertThat(page).hasURL(Pattern.compile("/admin/$"));
    }
  }

  @Test
  void logging_out_ends_the_session_and_going_back_shows_nothing() {
    shop.goods("hidden-mug", "1", 1);
    start(shop.email(), "/app/dashboard");
    open("app/products/");
    assertThat(page.locator("main")).containsText("hidden-mug");
    page.locator("summary[aria-label='Your account']").click();
    page.locator("a", withText("Log out")).click();
    page.waitForURL(Pattern.compile("/login"));
    page.goBack();
    assertThat(page).hasURL(Pattern.compile("/login"));
    assertThat(page.locator("body")).not().containsText("hidden-mug");
  }

  @Test
  void a_suspended_business_is_shown_with_a_notice_and_takes_nothing() {
    Sql.superuser()
        .run(
            "update businesses set status = 'SUSPENDED', status_reason = 'Bill of May'"
                + " where id = ?",
            shop.businessId());
    start(shop.email(), "/app/dashboard");
    assertThat(page.locator(".notice.suspended")).containsText("Bill of May");
    expect("403");
    for (var closed : List.of("app/customers/new", "app/settings/members", "app/imports/")) {
      open(closed);
      assertThat(page.locator("h1")).hasText("Not allowed here");
    }
  }

  @Test
  void an_expired_session_leads_to_login() {
    start(shop.email(), "/app/dashboard");
    Sql.superuser()
        .run(
            "update user_sessions set last_seen_at = now() - interval '2 hours' where user_id = ?",
            shop.userId());
    isOut();
  }

  @Test
  void a_revoked_session_leads_to_login() {
    start(shop.email(), "/app/dashboard");
    Sql.superuser()
        .run("update user_sessions set ended_at = now() where user_id = ?", shop.userId());
    isOut();
  }

  /** Logs in where the start leads to, and waits for the panel that this leads to. */
  private void start(String email, String panel) {
    open("");
    logIn(email, Shop.PASSWORD);
    page.waitForURL(Pattern.compile(panel));
  }

  private void enter(String reason) {
    open("admin/enter?id=" + shop.businessId());
    field("Reason").fill(reason);
    button("Enter").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  private void isOut() {
    open("app/dashboard");
    assertThat(page).hasURL(Pattern.compile("/login\\?from="));
  }
}
