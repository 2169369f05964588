package org.tradehall.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** One person, several businesses. */
class SwitchBusinessBrowserIT extends InBrowser {

  private final Shop north = Shop.open(Shop.Terms.USUAL.named("North"));
  private final Shop south = north.sister(Shop.Terms.USUAL.named("South"));

  @Test
  void a_switch_shows_the_other_business_and_is_remembered() {
    north.goods("n", "1", 0);
    south.goods("s", "1", 0);
    logIn(north);
    switchTo(page, "South");
    open("app/products/");
    assertThat(page.locator("main")).containsText("s");
    assertThat(page.locator("tbody tr")).hasCount(1);

    session().clearCookies();
    logIn(north);
    assertThat(page.locator(".menu-name").first()).hasText("South");
  }

  @Test
  void a_page_of_the_other_business_does_nothing() {
    logIn(north);
    switchTo(page, "North");
    open("app/products/new");
    field("Name").fill("Stale");
    field("SKU").fill("stale");
    field("Price").fill("1");
    var other = newTab();
    other.navigate(Tradehall.url("app/dashboard").toString());
    switchTo(other, "South");

    button("Save").click();

    assertThat(page.getByText("You have changed to South in another tab.")).isVisible();
    assertThat(north.count("products")).isZero();
    assertThat(south.count("products")).isZero();
  }

  @Test
  void whoever_leaves_a_business_is_in_the_next_one() {
    logIn(north);
    switchTo(page, "South");
    Sql.superuser().run("delete from memberships where business_id = ?", south.businessId());
    page.reload();
    assertThat(page.locator(".menu-name").first()).hasText("North");
  }

  @Test
  void a_row_of_another_business_is_not_found() {
    var stranger = Shop.open();
    var product = stranger.goods("1", "1", 0);
    logIn(north);
    expect("404");
    open("app/products/edit?id=" + product);
    assertThat(page.locator("body")).containsText("Nothing here");
    open("app/sales/show?id=" + product);
    assertThat(page.locator("body")).containsText("Nothing here");
  }

  private static void switchTo(Page tab, String name) {
    tab.locator("summary[aria-label='Switch business']").click();
    tab.locator("#switch a", new Page.LocatorOptions().setHasText(name)).click();
    tab.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(tab.locator(".menu-name").first()).hasText(name);
  }
}
