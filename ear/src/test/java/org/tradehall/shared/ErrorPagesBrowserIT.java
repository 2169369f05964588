package org.tradehall.shared;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** Pages that say no are pages too: in our looks, with a policy that their own scripts obey. */
class ErrorPagesBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void what_is_not_there_is_told_with_one_policy_wherever_it_was_found_out() {
    logIn(shop);
    expect("[Ss]tatus (of )?404");
    isTold("nothing", 404, "Nothing here");
    isTold("app/nothing", 404, "Nothing here");
    // Found out while the page was being made.
    isTold("app/products/edit?id=1", 404, "Nothing here");
    isTold("app/sales/show?id=1", 404, "Nothing here");
    isTold("app/imports/show?id=1", 404, "Nothing here");
  }

  @Test
  void what_is_not_allowed_is_told_with_one_policy() {
    logIn(shop);
    expect("[Ss]tatus (of )?403");
    isTold("platform/", 403, "Not allowed here");
  }

  private void isTold(String path, int status, String title) {
    var answer = page.navigate(Tradehall.url(path).toString());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(page.locator("h1")).hasText(title);
    var policies = answer.headerValues("Content-Security-Policy");
    assertThat(policies).as(path).hasSize(1);
    assertThat(policies.get(0)).contains("script-src 'self'", "frame-ancestors 'none'");
    // Its scripts run: the switch of the theme works.
    page.locator("[data-theme-switch]").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.locator("[data-theme-switch]").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
  }
}
