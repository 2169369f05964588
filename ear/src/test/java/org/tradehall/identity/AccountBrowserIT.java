package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.launcher.CaughtMail;

/** What people do with their own account. */
class AccountBrowserIT extends InBrowser {

  private static final String NEW_PASSWORD = "wide green harbour lamp";
  private static final Duration SOON = Duration.ofSeconds(45);

  private final Shop shop = Shop.open();

  private static CaughtMail mail(String recipient, int least) {
    return Tradehall.mailbox().await(recipient, least, SOON);
  }

  private static String path(CaughtMail mail) {
    assertThat(mail.link()).startsWith(Tradehall.server().url());
    return mail.link().substring(Tradehall.server().url().length());
  }

  /** The same person in another browser; the caller closes it. */
  private BrowserContext elsewhere() {
    var other =
        session()
            .browser()
            .newContext(new Browser.NewContextOptions().setBaseURL(Tradehall.server().url()));
    var tab = other.newPage();
    tab.navigate("app/dashboard");
    tab.getByLabel("E-mail").fill(shop.email());
    tab.locator("[id='form:password']").fill(Shop.PASSWORD);
    tab.locator("[id='form:logIn']").click();
    tab.waitForURL(Pattern.compile("/app/dashboard"));
    return other;
  }

  private static void isOut(BrowserContext browser) {
    var tab = browser.pages().get(0);
    tab.navigate("app/dashboard");
    assertThat(tab.url()).contains("/login");
  }

  private static void isIn(BrowserContext browser) {
    var tab = browser.pages().get(0);
    tab.navigate("app/dashboard");
    assertThat(tab.url()).contains("/app/dashboard");
  }

  @Test
  void changing_the_password_takes_the_old_one_and_ends_the_other_sessions() {
    logIn(shop);
    try (var other = elsewhere()) {
      isIn(other);
      open("account/password");
      field("Current password").fill("not my password at all");
      field("New password").fill(NEW_PASSWORD);
      button("Change password").click();
      assertThat(page.getByText("This is not your current password.")).isVisible();

      field("Current password").fill(Shop.PASSWORD);
      field("New password").fill("passwordpassword");
      button("Change password").click();
      assertThat(page.getByText("This is too easy to guess")).isVisible();

      field("Current password").fill(Shop.PASSWORD);
      field("New password").fill(NEW_PASSWORD);
      button("Change password").click();
      page.waitForURL(Pattern.compile("/account/security"));
      assertThat(page.getByText("Your password is changed.")).isVisible();

      isOut(other);
      open("app/dashboard");
      assertThat(page.url()).contains("/app/dashboard");
    }
    assertThat(mail(shop.email(), 1).subject()).isEqualTo("Your password was changed");
  }

  @Test
  void a_forgotten_password_is_reset_by_mail_once_and_ends_all_sessions() {
    try (var other = elsewhere()) {
      open("login");
      link("Forgot your password?").click();
      field("E-mail").fill(shop.email().toUpperCase(java.util.Locale.ROOT));
      button("Send the link").click();
      assertThat(page.getByText("If there is an account with this address")).isVisible();

      var link = path(mail(shop.email(), 1));
      open(link);
      field("New password").fill(NEW_PASSWORD);
      button("Set the password").click();
      assertThat(page.getByText("Your password is changed.")).isVisible();
      isOut(other);

      open(link);
      assertThat(page.getByText("This link has been used already")).isVisible();
      open("login");
      logIn(shop.email(), Shop.PASSWORD);
      assertThat(page.getByText("is not right")).isVisible();
      logIn(shop.email(), NEW_PASSWORD);
      page.waitForURL(Pattern.compile("/app/dashboard"));
    }
  }

  @Test
  void a_reset_link_is_over_after_ten_minutes_also_for_the_form_that_it_led_to() {
    open("forgot");
    field("E-mail").fill(shop.email());
    button("Send the link").click();
    var link = path(mail(shop.email(), 1));
    // As if it had been asked for earlier, which the table does not allow to the application.
    var earlier =
        "update user_tokens set created_at = created_at - ?::interval,"
            + " expires_at = expires_at - ?::interval where user_id = ?";
    Sql.superuser().run(earlier, "9 minutes", "9 minutes", shop.userId());
    open(link);
    assertThat(field("New password")).isVisible();
    Sql.superuser().run(earlier, "1 minute", "1 minute", shop.userId());
    field("New password").fill(NEW_PASSWORD);
    page.locator("#form\\:save").click();
    assertThat(page.getByText("This link has been used already or is too old")).isVisible();
    open(link);
    assertThat(page.getByText("This link has been used already or is too old")).isVisible();
    logIn(shop);
  }

  @Test
  void a_password_can_be_looked_at_while_it_is_typed() {
    for (var path : java.util.List.of("login", "signup")) {
      open(path);
      field("Password").fill("correct horse");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(field("Password")).hasAttribute("type", "text");
      assertThat(button("Show password")).hasAttribute("aria-pressed", "true");
      page.keyboard().press("Enter");
      assertThat(field("Password")).hasAttribute("type", "password");
      assertThat(button("Show password")).hasAttribute("aria-pressed", "false");
    }
  }

  @Test
  void how_strong_a_password_is_shows_while_it_is_typed() {
    open("signup");
    var verdict = page.locator(".strength");
    field("Password").pressSequentially("passwordpas");
    assertThat(verdict).hasText("Too short so far");
    field("Password").pressSequentially("sword");
    assertThat(verdict).hasText("Too easy to guess");
    field("Password").fill("");
    field("Password").pressSequentially("wide green harbour lamp");
    assertThat(verdict).hasText("Very good");
    assertThat(field("Password")).hasValue("wide green harbour lamp");
  }

  @Test
  void only_the_hash_of_a_link_is_kept_and_the_mail_forgets_it() {
    open("forgot");
    field("E-mail").fill(shop.email());
    button("Send the link").click();
    var token = mail(shop.email(), 1).link().replaceAll(".*token=", "");
    assertThat(Sql.superuser().column("select hash from user_tokens")).doesNotContain(token);
    // The row stays locked until the outbox knows that the mail is out.
    Sql.superuser().run("select from mails where recipient = '" + shop.email() + "' for update");
    assertThat(Sql.superuser().column("select body from mails where recipient = ?", shop.email()))
        .containsExactly("null");
  }

  @Test
  void for_an_unknown_address_the_answer_is_the_same_and_no_mail_goes_out() {
    var nobody = UUID.randomUUID() + "@example.org";
    open("forgot");
    field("E-mail").fill(nobody);
    button("Send the link").click();
    assertThat(page.getByText("If there is an account with this address")).isVisible();
    assertThat(Sql.superuser().number("select count(*) from mails where recipient = ?", nobody))
        .isZero();
  }

  @Test
  void an_address_changes_once_it_is_confirmed_and_the_old_one_is_told() {
    var moved = "Moved." + UUID.randomUUID() + "@example.org";
    logIn(shop);
    open("account/email");
    field("New e-mail").fill(moved);
    field("Current password").fill(Shop.PASSWORD);
    button("Send the link").click();
    page.waitForURL(Pattern.compile("/account/security"));
    assertThat(page.getByText(shop.email())).isVisible();

    open(path(mail(moved, 1)));
    button("Confirm the address").click();
    assertThat(page.getByText("Your e-mail address is changed.")).isVisible();
    assertThat(mail(shop.email(), 1).subject()).isEqualTo("Your e-mail address was changed");
    assertThat(Sql.superuser().column("select email from users where id = ?", shop.userId()))
        .containsExactly(moved.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void a_person_sees_where_he_is_logged_in_and_ends_it() {
    logIn(shop);
    try (var other = elsewhere()) {
      open("account/sessions");
      assertThat(page.locator("tbody tr")).hasCount(2);
      assertThat(page.locator("tbody tr", withText("This one"))).hasCount(1);
      assertThat(page.getByText("Chrome on Linux").first()).isVisible();
      page.locator("tbody button", withText("Log out")).click();
      assertThat(page.getByText("The device is logged out.")).isVisible();
      assertThat(page.locator("tbody tr")).hasCount(1);
      isOut(other);
    }
  }

  @Test
  void logging_out_everywhere_else_leaves_this_one() {
    logIn(shop);
    try (var one = elsewhere();
        var two = elsewhere()) {
      open("account/sessions");
      button("Log out everywhere else").click();
      assertThat(page.getByText("You are logged out everywhere else.")).isVisible();
      isOut(one);
      isOut(two);
      open("app/dashboard");
      assertThat(page.url()).contains("/app/dashboard");
    }
  }

  @Test
  void nobody_ends_somebody_elses_session() {
    var other = Shop.open();
    logIn(other);
    var foreign =
        Sql.superuser().column("select id from user_sessions where user_id = ?", other.userId());
    assertThat(foreign).hasSize(1);
    session().clearCookies();
    logIn(shop);
    open("account/sessions");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.content()).doesNotContain(foreign.get(0));
  }

  @Test
  void a_session_ends_after_an_hour_without_a_request_and_after_twelve_in_any_case() {
    logIn(shop);
    Sql.superuser()
        .run(
            "update user_sessions set last_seen_at = now() - interval '61 minutes'"
                + " where user_id = ?",
            shop.userId());
    open("app/dashboard");
    assertThat(page.url()).contains("/login");

    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
    Sql.superuser()
        .run(
            "update user_sessions set created_at = now() - interval '721 minutes'"
                + " where user_id = ?",
            shop.userId());
    open("app/dashboard");
    assertThat(page.url()).contains("/login");
  }

  @Test
  void the_end_of_a_membership_ends_access_to_the_business() {
    logIn(shop);
    Sql.superuser().run("delete from memberships where business_id = ?", shop.businessId());
    open("app/products/");
    assertThat(page.url()).contains("/setup");
  }
}
