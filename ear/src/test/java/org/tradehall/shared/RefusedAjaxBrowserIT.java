package org.tradehall.shared;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** What a page does when its request in the background is refused or breaks. */
class RefusedAjaxBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void a_button_whose_right_was_taken_meanwhile_can_be_pressed_again() {
    fillIn();
    Sql.superuser()
        .run("update memberships set role = 'VIEWER' where business_id = ?", shop.businessId());
    expect("403");
    button("Save").click();
    assertThat(page.getByText("This did not work")).isVisible();
    assertThat(button("Save")).isEnabled();
    assertThat(button("Save")).not().hasClass(Pattern.compile("ui-state-loading"));

    Sql.superuser()
        .run("update memberships set role = 'OWNER' where business_id = ?", shop.businessId());
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/branches"));
  }

  @Test
  void so_can_one_whose_request_broke() {
    fillIn();
    expect("500");
    page.route(
        "**/app/settings/branch*",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("broken")));
    button("Save").click();
    assertThat(page.getByText("This did not work")).isVisible();
    page.unroute("**/app/settings/branch*");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/branches"));
  }

  private void fillIn() {
    logIn(shop);
    open("app/settings/branch");
    field("Name").fill("Market stall");
    field("Code").fill("M");
  }
}
