package org.tradehall.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;

/** The superadmin panel's view of where people are logged in. */
class SessionsBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();
  private final Sql sql = Sql.superuser();

  @Test
  void a_session_that_is_ended_is_out_with_its_next_request_and_the_others_are_not() {
    try (var phone = elsewhere("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/1");
        var office = elsewhere("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")) {
      var onPhone = logInOn(phone);
      var inOffice = logInOn(office);
      logIn(Staff.in("Superadmin"));
      find(shop.email());
      assertThat(rows()).hasCount(2);
      rows()
          .filter(new Locator.FilterOptions().setHasText("Safari on iPhone"))
          .getByText("Log out", new Locator.GetByTextOptions().setExact(true))
          .click();
      page.getByText("The session is ended.").waitFor();
      assertThat(rows()).hasCount(1);
      assertThat(rows()).containsText("Firefox on Windows");

      onPhone.navigate(Tradehall.url("app/products/").toString());
      assertThat(onPhone.url()).contains("/login");
      inOffice.navigate(Tradehall.url("app/products/").toString());
      assertThat(inOffice.url()).contains("/app/products");
    }
    assertThat(actions()).containsExactly("session.end");
  }

  @Test
  void all_of_a_person_are_ended_at_once_and_nobody_elses() {
    var other = Shop.open();
    try (var phone = elsewhere("iPhone Safari/1");
        var office = elsewhere("Windows Firefox/1")) {
      var pages = new Page[] {logInOn(phone), logInOn(office)};
      logIn(Staff.in("Superadmin"));
      find(shop.email());
      rows().first().getByText("Log out everywhere").click();
      page.getByText("All sessions of the person are ended.").waitFor();
      assertThat(page.getByText("Nothing found")).isVisible();
      for (var each : pages) {
        each.navigate(Tradehall.url("app/products/").toString());
        assertThat(each.url()).contains("/login");
      }
    }
    assertThat(actions()).containsExactly("session.end-all");
    open("platform/users");
    assertThat(page.url()).contains("/platform/users");
    assertThat(
            sql.number(
                "select count(*) from user_sessions where user_id = ? and ended_at is not null",
                other.userId()))
        .isZero();
  }

  @Test
  void without_the_permission_there_is_no_such_page() {
    logIn(Staff.in("Support"));
    expect("403");
    open("platform/sessions");
    assertThat(page.locator("body")).containsText("Not allowed here");
  }

  private BrowserContext elsewhere(String agent) {
    return session()
        .browser()
        .newContext(new Browser.NewContextOptions().setUserAgent(agent).setLocale("en-IE"));
  }

  private Page logInOn(BrowserContext device) {
    var there = device.newPage();
    there.navigate(Tradehall.url("app/dashboard").toString());
    there.getByLabel("E-mail").fill(shop.email());
    there.locator("[id='form:password']").fill(Shop.PASSWORD);
    there.locator("[id='form:logIn']").click();
    there.waitForURL(Pattern.compile("/app/dashboard"));
    return there;
  }

  private void find(String text) {
    open("platform/sessions");
    page.getByLabel("Name or e-mail").fill(text);
    page.getByLabel("Name or e-mail").press("Enter");
    page.waitForURL(Pattern.compile("q="));
  }

  private Locator rows() {
    return page.locator("[id='list:table'] tbody tr");
  }

  private List<String> actions() {
    return sql.column(
        "select action from platform_logs where entity_id = ? and action like 'session.%'",
        shop.userId());
  }
}
