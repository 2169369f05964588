package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** From a stranger to somebody who works in a business, and out again. */
class LoginBrowserIT extends InBrowser {

  @Test
  void a_new_person_signs_up_opens_a_business_and_is_at_its_dashboard() {
    var email = "Nora." + UUID.randomUUID() + "@Example.org";
    open("signup");
    field("Your name").fill("Nóra Νέα 新");
    field("E-mail").fill(email);
    field("Password").fill(Shop.PASSWORD);
    button("Create an account").click();
    page.waitForURL(Pattern.compile("/setup"));

    // Without a business every page of one leads here.
    open("app/products/");
    page.waitForURL(Pattern.compile("/setup"));
    field("Name of the business").fill("Nora & Daughters <b>");
    button("Open the business").click();

    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(page.locator(".menu-name").first()).hasText("Nora & Daughters <b>");
    assertThat(page.getByText("Hello, Nóra")).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select m.role from memberships m join users u on u.id = m.user_id"
                        + " where u.email = lower(?)",
                    email))
        .containsExactly("OWNER");
  }

  @Test
  void an_address_that_is_known_or_a_short_password_is_refused_at_its_field() {
    var shop = Shop.open();
    open("signup");
    field("Your name").fill("Double");
    field("E-mail").fill(shop.email());
    field("Password").fill("short");
    button("Create an account").click();
    assertThat(page.locator(".field", withText("Password"))).containsText("12");
    field("Password").fill(Shop.PASSWORD);
    button("Create an account").click();
    assertThat(page.getByText("There is an account with this e-mail address already.")).isVisible();
  }

  @Test
  void a_wrong_password_is_told_without_telling_who_exists() {
    var shop = Shop.open();
    open("login");
    logIn(shop.email(), "wrong horse battery");
    assertThat(page.getByText("The e-mail address or the password is not right.")).isVisible();
    logIn("nobody@example.org", Shop.PASSWORD);
    assertThat(page.getByText("The e-mail address or the password is not right.")).isVisible();
    assertThat(page.url()).contains("/login");
  }

  @Test
  void the_session_gets_a_new_id_at_login_in_a_cookie_that_scripts_cannot_read() {
    var shop = Shop.open();
    open("login");
    var before = sessionCookie().value;
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
    var cookie = sessionCookie();
    assertThat(cookie.value).isNotEqualTo(before);
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(page.url()).doesNotContain("jsessionid");
  }

  @Test
  void whoever_logs_in_where_somebody_is_logged_in_is_himself_and_the_other_is_out() {
    var first = Shop.open();
    logIn(first);
    var second = Shop.open(Shop.Terms.USUAL.named("Second shop"));
    open("login");
    logIn(second.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(page.locator(".menu-name").first()).hasText("Second shop");
    open("account/security");
    assertThat(page.getByText(second.email())).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select ended_at is not null from user_sessions where user_id = ?",
                    first.userId()))
        .containsExactly("true");
  }

  @Test
  void login_leads_back_to_the_page_that_was_asked_for() {
    var shop = Shop.open();
    open("app/products/?q=mug");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/products/\\?q=mug"));

    session().clearCookies();
    link("Customers").first().click();
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/customers/"));
  }

  @Test
  void login_never_leads_to_somebody_elses_site() {
    var shop = Shop.open();
    open("login?from=//evil.example/");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("^" + Tradehall.url("app/dashboard")));
  }

  @Test
  void logging_out_ends_the_session() {
    var shop = Shop.open();
    logIn(shop);
    var cookies = session().cookies();
    page.locator("summary[aria-label='Your account']").click();
    page.locator("a", withText("Log out")).click();
    page.waitForURL(Pattern.compile("/login"));
    session().addCookies(cookies.stream().map(LoginBrowserIT::again).toList());
    open("app/dashboard");
    page.waitForURL(Pattern.compile("/login"));
  }

  @Test
  void a_deactivated_person_is_out_at_once() {
    var shop = Shop.open();
    logIn(shop);
    Sql.superuser().run("update users set active = false where id = ?", shop.userId());
    page.reload();
    page.waitForURL(Pattern.compile("/login"));
  }

  @Test
  void a_form_that_another_site_sends_does_nothing() {
    var shop = Shop.open();
    logIn(shop);
    expect(".*");
    session()
        .request()
        .post(
            Tradehall.url("app/products/new").toString(),
            RequestOptions.create()
                .setForm(
                    FormData.create()
                        .set("form", "form")
                        .set("form:name", "forged")
                        .set("form:sku", "forged")
                        .set("form:price", "1")
                        .set("form:save", "form:save")));
    assertThat(shop.count("products")).isZero();
  }

  @Test
  void pages_forbid_what_they_do_not_need() {
    var headers = page.navigate(Tradehall.url("login").toString()).headers();
    var policy = headers.get("content-security-policy");
    assertThat(policy).contains("frame-ancestors 'none'", "object-src 'none'", "script-src 'self'");
    assertThat(policy.substring(policy.indexOf("script-src")).split(";", 2)[0])
        .doesNotContain("unsafe");
    assertThat(headers).containsEntry("x-content-type-options", "nosniff");
    assertThat(headers).containsKey("referrer-policy");
  }

  private Cookie sessionCookie() {
    return session().cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .findFirst()
        .orElseThrow();
  }

  private static Cookie again(Cookie known) {
    return new Cookie(known.name, known.value).setUrl(Tradehall.server().url());
  }
}
