package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;
import org.tradehall.harness.Visitor;
import org.tradehall.launcher.CaughtMail;

/** Signing up where the page is not to tell who has an account: by a link that is mailed. */
class SignUpByMailBrowserIT extends InBrowser {

  private static final Duration SOON = Duration.ofSeconds(45);
  private static final String MAILED = "A mail is on its way to this address.";
  private static final String OVER = "This link has been used already or is too old";

  private final Sql sql = Sql.superuser();
  private final String stranger = UUID.randomUUID() + "@example.org";

  @BeforeEach
  void wantItByMail() {
    SystemSettings.set("sign-up-by-mail", "true");
    Until.isTrue(SOON, () -> !isOpenAtOnce());
  }

  @AfterEach
  void letPeopleSignUpAtOnceAgain() {
    SystemSettings.reset();
    Until.isTrue(SOON, SignUpByMailBrowserIT::isOpenAtOnce);
  }

  private static boolean isOpenAtOnce() {
    return new Visitor().get("signup").body().contains("form:password");
  }

  @Test
  void a_stranger_goes_on_by_a_link_that_works_once() {
    ask(stranger.toUpperCase(Locale.ROOT));
    var mail = mail(stranger);
    assertThat(mail.subject()).isEqualTo("Go on creating your account");
    var link = path(mail);
    open(link);
    assertThat(field("E-mail")).hasValue(stranger);
    assertThat(field("E-mail")).isDisabled();
    signUp("short");
    assertThat(page.locator(".field", withText("Password"))).containsText("12");
    signUp(Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/setup"));
    assertThat(users(stranger)).isEqualTo(1);

    session().clearCookies();
    open(link);
    assertThat(page.getByText(OVER)).isVisible();
    assertThat(button("Create an account")).hasCount(0);
  }

  @Test
  void whoever_has_an_account_gets_the_same_answer_and_learns_it_by_mail() {
    var shop = Shop.open();
    ask(stranger);
    var answer = page.locator("body").innerText();
    ask(shop.email());
    assertThat(page.locator("body").innerText()).isEqualTo(answer);

    var mail = mail(shop.email());
    assertThat(mail.subject()).isEqualTo("You have an account already");
    assertThat(mail.link()).endsWith("/login");
    assertThat(sql.number("select count(*) from user_tokens where email = ?", shop.email()))
        .isZero();
  }

  @Test
  void a_link_is_over_after_half_an_hour_also_for_the_form_that_it_led_to() {
    ask(stranger);
    var link = path(mail(stranger));
    var earlier =
        "update user_tokens set created_at = created_at - ?::interval,"
            + " expires_at = expires_at - ?::interval where email = ?";
    sql.run(earlier, "29 minutes", "29 minutes", stranger);
    open(link);
    assertThat(field("Password")).isVisible();
    var form = new Visitor();
    var fields = Map.of("name", "Stella", "password", Shop.PASSWORD);
    var shown = Visitor.fields(form.get(link).body(), "signUp", fields);
    sql.run(earlier, "1 minute", "1 minute", stranger);
    open(link);
    assertThat(page.getByText(OVER)).isVisible();
    form.post(link, shown);
    assertThat(users(stranger)).isZero();
  }

  @Test
  void a_link_for_something_else_signs_up_nobody() {
    var shop = Shop.open();
    open("forgot");
    field("E-mail").fill(shop.email());
    button("Send the link").click();
    page.getByText("If there is an account").waitFor();
    open(path(mail(shop.email())).replace("reset?", "signup?"));
    assertThat(page.getByText(OVER)).isVisible();
  }

  @Test
  void a_made_up_invitation_is_no_way_around_it() {
    open("signup?from=/invitation?code=inv_1_made-up");
    field("E-mail").fill(stranger);
    signUp(Shop.PASSWORD);
    assertThat(page.getByText("Use the address to which your invitation was sent.")).isVisible();
    assertThat(users(stranger)).isZero();
  }

  private void ask(String email) {
    open("signup");
    assertThat(field("Password")).hasCount(0);
    field("E-mail").fill(email);
    button("Send the link").click();
    assertThat(page.getByText(MAILED)).isVisible();
    page.waitForURL(Pattern.compile("/login$"));
  }

  private void signUp(String password) {
    field("Your name").fill("Stella Stranger");
    field("Password").fill(password);
    button("Create an account").click();
  }

  private static CaughtMail mail(String recipient) {
    return Tradehall.mailbox().await(recipient, 1, SOON);
  }

  private static String path(CaughtMail mail) {
    assertThat(mail.link()).startsWith(Tradehall.server().url());
    return mail.link().substring(Tradehall.server().url().length());
  }

  private long users(String email) {
    return sql.number("select count(*) from users where email = ?", email);
  }
}
