package org.tradehall.shared;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** A form whose session is gone when it is sent: what was typed is not typed twice. */
class LostSessionBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void a_new_product_is_still_there_after_the_login() {
    logIn(shop);
    open("app/products/new");
    fill("Stoneware mug", "0042", "12.50");
    page.getByLabel("On sale").uncheck();
    session().clearCookies();
    button("Save").click();
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/products/new$"));
    assertThat(field("Name")).hasValue("Stoneware mug");
    assertThat(field("SKU")).hasValue("0042");
    assertThat(field("Price")).hasValue("12.50");
    assertThat(page.getByLabel("On sale")).not().isChecked();
    button("Save").click();
    assertThat(page.getByText("“Stoneware mug” is saved.")).isVisible();
    assertThat(shop.count("products")).isOne();

    open("app/products/new");
    assertThat(field("Name")).hasValue("");
  }

  @Test
  void a_changed_product_comes_back_as_it_was_changed() {
    var id = shop.goods("1", "10", 5);
    logIn(shop);
    open("app/products/edit?id=" + id);
    field("Name").fill("Teapot");
    session().clearCookies();
    button("Save").click();
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/products/edit\\?id=" + id));
    assertThat(field("Name")).hasValue("Teapot");
    button("Save").click();
    assertThat(page.getByText("“Teapot” is saved.")).isVisible();
  }

  @Test
  void a_page_that_was_pushed_out_of_the_session_comes_back_with_what_was_typed() {
    var id = shop.goods("1", "10", 5);
    logIn(shop);
    open("app/products/edit?id=" + id);
    field("Name").fill("Teapot");
    for (var other = 0; other < 15; other++) {
      var path = Tradehall.url("app/customers/new").toString();
      assertThat(session().request().get(path).status()).isEqualTo(200);
    }
    button("Save").click();
    assertThat(page.getByText("Your session had ended")).isVisible();
    assertThat(field("Name")).hasValue("Teapot");
    button("Save").click();
    assertThat(page.getByText("“Teapot” is saved.")).isVisible();
  }

  @Test
  void whoever_goes_elsewhere_begins_anew() {
    logIn(shop);
    open("app/products/new");
    fill("Stoneware mug", "0042", "cheap");
    button("Save").click();
    assertThat(page.getByText("please type a number")).isVisible();
    open("app/customers/");
    open("app/products/new");
    assertThat(field("Name")).hasValue("");
  }

  private void fill(String name, String sku, String price) {
    field("Name").fill(name);
    field("SKU").fill(sku);
    field("Price").fill(price);
  }
}
