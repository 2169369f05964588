package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Phone;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** The second step of a login. */
class TwoStepBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  /** Turns it on by the pages. */
  private Phone turnOn() {
    logIn(shop);
    open("account/security");
    page.locator("li", withText("Two-step login")).locator("a").click();
    assertThat(page.locator("img[alt='QR code for the app']")).isVisible();
    var phone = new Phone(page.locator("#secret").textContent());
    field("Code").fill(phone.code());
    field("Current password").fill(Shop.PASSWORD);
    button("Turn on").click();
    assertThat(page.getByText("Two-step login is on.").first()).isVisible();
    return phone;
  }

  private void logOut() {
    session().clearCookies();
  }

  @Test
  void once_it_is_on_the_password_alone_lets_nobody_in() {
    var phone = turnOn();
    assertThat(Tradehall.mailbox().await(shop.email(), 1, Duration.ofSeconds(45)).subject())
        .isEqualTo("Two-step login is on");
    logOut();
    open("app/products/");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/login-code"));
    open("app/products/");
    assertThat(page.url()).contains("/login");

    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/login-code"));
    field("Code").fill("000000");
    button("Log in").click();
    assertThat(page.getByText("This code is not right")).isVisible();
    field("Code").fill(phone.nextCode());
    button("Log in").click();
    page.waitForURL(Pattern.compile("/app/products"));
  }

  @Test
  void a_code_is_good_once() {
    var phone = turnOn();
    logOut();
    var code = phone.nextCode();
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    field("Code").fill(code);
    button("Log in").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    logOut();
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    field("Code").fill(code);
    button("Log in").click();
    assertThat(page.getByText("This code is not right, or was used before.")).isVisible();
    assertThat(Tradehall.mailbox().await(shop.email(), 2, Duration.ofSeconds(45)).subject())
        .isEqualTo("A code was used twice");
    assertThat(
            Sql.superuser()
                .column(
                    "select action from platform_logs where entity_id = ? order by id desc limit 1",
                    shop.userId()))
        .containsExactly("user.code-reused");
  }

  @Test
  void a_recovery_code_stands_in_for_the_phone_once() {
    turnOn();
    assertThat(page.locator(".codes code")).hasCount(10);
    var codes = page.locator(".codes code").allTextContents();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    // 24 of 32 characters each: 120 random bits.
    assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{6}-){3}[a-z2-7]{6}"));
    assertThat(Sql.superuser().column("select hash from recovery_codes"))
        .doesNotContainAnyElementsOf(codes);
    for (var expected : List.of("/app/dashboard", "/login-code")) {
      logOut();
      open("login");
      logIn(shop.email(), Shop.PASSWORD);
      field("Code").fill(codes.get(3).toUpperCase(Locale.ROOT));
      button("Log in").click();
      page.waitForURL(Pattern.compile(expected));
    }
    assertThat(page.getByText("This code is not right, or was used before.")).isVisible();
  }

  @Test
  void a_code_from_when_they_were_shorter_still_stands_in() {
    turnOn();
    Sql.superuser()
        .run(
            "insert into recovery_codes (hash, user_id)"
                + " values (encode(sha256((? || ':abcdefghij')::bytea), 'hex'), ?)",
            String.valueOf(shop.userId()),
            shop.userId());
    logOut();
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    field("Code").fill("abcde-fghij");
    button("Log in").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  @Test
  void turning_it_off_takes_the_password() {
    turnOn();
    open("account/two-step");
    field("Current password").fill("not my password at all");
    button("Turn off").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    field("Current password").fill(Shop.PASSWORD);
    button("Turn off").click();
    assertThat(page.getByText("Two-step login is off.").first()).isVisible();
    logOut();
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  @Test
  void the_secret_is_not_in_the_database_as_the_phone_has_it() {
    var phone = turnOn();
    var stored =
        Sql.superuser()
            .column(
                "select encode(secret, 'hex') from second_factors where user_id = ?",
                shop.userId());
    assertThat(stored.get(0)).doesNotContain(java.util.HexFormat.of().formatHex(phone.secret()));
  }
}
