package org.tradehall.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** Making a key for a program. */
class ApiKeysBrowserIT extends InBrowser {

  @Test
  void a_key_is_made_for_what_it_is_to_do_and_does_no_more() {
    var shop = Shop.open();
    logIn(shop);
    open("app/settings/api-keys");
    field("Name of the program").fill("Web shop");
    page.locator("#form\\:create").click();
    assertThat(page.locator(".ui-message-error")).isVisible();

    page.getByLabel("See products").check();
    field("Current password").fill("not my password at all");
    page.locator("#form\\:create").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    assertThat(page.locator("#newKey")).hasCount(0);

    field("Current password").fill(Shop.PASSWORD);
    page.locator("#form\\:create").click();
    assertThat(page.locator("#newKey")).isVisible();
    var program = new Api(Tradehall.server().url(), page.locator("#newKey").inputValue());
    assertThat(program.get("products").status()).isEqualTo(200);
    assertThat(program.get("sales").status()).isEqualTo(403);
    assertThat(page.locator("tr", withText("Web shop"))).containsText("See products");
  }
}
