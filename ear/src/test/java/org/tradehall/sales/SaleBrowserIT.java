package org.tradehall.sales;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;

/** The main job at the till: find, take the money, record. */
class SaleBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void a_product_is_added_sold_and_found_again() {
    logIn(shop);
    open("app/products/new");
    field("Name").fill("Stoneware mug");
    field("SKU").fill("0042");
    field("On hand now").fill("10");
    field("Price").fill("12.50");
    button("Save").click();
    assertThat(page.getByText("“Stoneware mug” is saved.")).isVisible();

    open("app/sales/new");
    scan("0042");
    scan("2*0042");
    assertThat(page.locator("#total")).containsText("45.00");
    field("Cash").fill("50");
    button("Record sale").click();

    page.waitForURL(Pattern.compile("/app/sales/(show|new)"));
    assertThat(page.locator("body")).containsText("S01-");
    open("app/sales/");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.locator("tbody tr a").first().click();
    page.waitForURL(Pattern.compile("/app/sales/show"));
    assertThat(page.locator("main")).containsText("Stoneware mug");
    assertThat(page.locator("main")).containsText("45.00");
    Books.balance(shop);
  }

  @Test
  void a_double_click_records_one_sale() {
    var product = shop.goods("1", "10", 5);
    logIn(shop);
    open("app/sales/new");
    scan("1");
    field("Cash").fill("12");
    var record = button("Record sale");
    assertThat(record).isEnabled();
    record.evaluate("button => { button.click(); button.click(); button.click(); }");
    page.waitForURL(Pattern.compile("/app/sales/show"));
    assertThat(shop.count("sales")).isOne();
    assertThat(shop.onHand(product)).isEqualTo("4");
  }

  @Test
  void what_cannot_be_sold_is_told_and_the_cart_is_kept() {
    shop.goods("1", "10", 1);
    logIn(shop);
    open("app/sales/new");
    scan("3*1");
    field("Cash").fill("36");
    button("Record sale").click();
    assertThat(page.getByText("only 1 is on hand")).isVisible();
    assertThat(page.locator("#lines tbody tr")).hasCount(1);
    assertThat(shop.count("sales")).isZero();
  }

  @Test
  void a_walk_in_cannot_leave_without_paying() {
    shop.goods("1", "10", 1);
    logIn(shop);
    open("app/sales/new");
    scan("1");
    assertThat(page.locator("#total")).containsText("12.00");
    field("Cash").fill("11.99");
    assertThat(button("Record sale")).isDisabled();
  }

  @Test
  void the_cart_outlives_the_session() {
    shop.goods("1", "10", 5);
    logIn(shop);
    open("app/sales/new");
    scan("1");
    assertThat(page.locator("#total")).containsText("12.00");
    session().clearCookies();
    open("app/sales/new");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/sales/new"));
    assertThat(page.locator("#lines tbody tr")).hasCount(1);
    assertThat(page.locator("#total")).containsText("12.00");
    field("Cash").fill("12");
    button("Record sale").click();
    page.waitForURL(Pattern.compile("/app/sales/show"));
    assertThat(shop.count("sales")).isOne();
  }

  @Test
  void html_in_a_name_is_text_on_every_page() {
    var evil = "<img src=x onerror=alert(1)>";
    shop.goods(evil, "10", 5);
    shop.customer(evil);
    logIn(shop);
    for (var path : new String[] {"app/products/", "app/customers/", "app/search?q=img"}) {
      open(path);
      assertThat(page.getByText(evil).first()).isVisible();
    }
    open("app/sales/new");
    scan("<img");
    assertThat(page.locator("#lines tbody tr")).containsText(evil);
    field("Cash").fill("12");
    button("Record sale").click();
    page.waitForURL(Pattern.compile("/app/sales/show"));
    assertThat(page.getByText(evil).first()).isVisible();
    assertThat(page.locator("img[src=x]")).hasCount(0);
  }

  /** Types into the finder what a scanner would, and waits for the line. */
  private void scan(String text) {
    Locator finder = page.locator("#products input");
    finder.fill(text);
    finder.press("Enter");
    assertThat(finder).hasValue("");
  }
}
