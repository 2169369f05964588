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

  private final Shop shop = Shop.open();

  @Test
  void a_key_is_made_for_what_it_is_to_do_and_does_no_more() {
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

  @Test
  void on_a_phone_a_new_key_and_what_became_of_an_old_one_come_into_sight() {
    logIn(shop);
    page.setViewportSize(390, 700);
    open("app/settings/api-keys");
    field("Name of the program").fill("Scales");
    page.getByLabel("See products").check();
    field("Current password").fill(Shop.PASSWORD);
    page.locator("#form\\:create").click();
    assertThat(page.locator("#newKey")).isInViewport();

    page.locator("tr", withText("Scales")).locator("button").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.getByText("The key is revoked.")).isInViewport();
  }
}
