package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** The second step of a login. */
class TwoStepBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  /** What the phone shows; {@code steps} half minutes from now. */
  private static String code(String secret, int steps) {
    try {
      var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
      var time = Clock.systemUTC().instant().plus(Duration.ofSeconds(30L * steps));
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(key, time, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Turns it on by the pages; the secret as the phone has it. */
  private String turnOn() {
    logIn(shop);
    open("account/security");
    page.locator("li", withText("Two-step login")).locator("a").click();
    assertThat(page.locator("img[alt='QR code for the app']")).isVisible();
    var secret = page.locator("#secret").textContent().replace(" ", "");
    field("Code").fill(code(secret, -1));
    field("Current password").fill(Shop.PASSWORD);
    button("Turn on").click();
    assertThat(page.getByText("Two-step login is on.").first()).isVisible();
    return secret;
  }

  private void logOut() {
    session().clearCookies();
  }

  @Test
  void once_it_is_on_the_password_alone_lets_nobody_in() {
    var secret = turnOn();
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
    field("Code").fill(code(secret, 0));
    button("Log in").click();
    page.waitForURL(Pattern.compile("/app/products"));
  }

  @Test
  void a_code_is_good_once() {
    var secret = turnOn();
    logOut();
    var code = code(secret, 0);
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
  }

  @Test
  void a_recovery_code_stands_in_for_the_phone_once() {
    turnOn();
    var codes = page.locator(".codes code").allTextContents();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
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
    var secret = turnOn();
    var stored =
        Sql.superuser()
            .column(
                "select encode(secret, 'hex') from second_factors where user_id = ?",
                shop.userId());
    assertThat(stored.get(0))
        .doesNotContain(java.util.HexFormat.of().formatHex(new Base32().decode(secret)));
  }
}
