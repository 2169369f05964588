package org.tradehall.shared;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** What becomes of a button that is pressed while its page is still coming. */
class EarlyPressBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void who_presses_early_is_asked_all_the_same() {
    var person = shop.employ("CASHIER");
    logIn(shop);
    var script = new AtomicReference<Route>();
    page.route("**/js/shell.js*", script::set);
    page.navigate(
        Tradehall.url("app/settings/member?id=" + person.membershipId()).toString(),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitForCondition(() -> script.get() != null);
    button("Remove").first().click();

    script.get().resume();
    assertThat(page.locator(".ui-confirmdialog-yes")).isVisible();
    assertThat(person.api().get("products").status()).isEqualTo(200);
  }
}
