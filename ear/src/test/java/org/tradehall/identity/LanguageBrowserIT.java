package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** In which language pages and problem documents speak. */
class LanguageBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void before_login_the_browsers_language_counts_and_a_new_person_keeps_it() {
    changeBrowser("de-CH");
    open("signup");
    assertThat(html()).hasAttribute("lang", "de");
    assertThat(page.locator("h1")).hasText("Konto anlegen");
    var email = shop.businessId() + ".neu@example.org";
    field("Ihr Name").fill("Nora Neu");
    field("E-Mail").fill(email);
    field("Passwort").fill("kurz");
    button("Konto anlegen").click();
    assertThat(page.getByText("Bitte zwischen 12 und")).isVisible();
    field("Ihr Name").fill("");
    field("Passwort").fill(Shop.PASSWORD);
    button("Konto anlegen").click();
    assertThat(page.getByText("Ihr Name fehlt.")).isVisible();
    field("Ihr Name").fill("Nora Neu");
    field("Passwort").fill(Shop.PASSWORD);
    button("Konto anlegen").click();
    page.waitForURL(Pattern.compile("/setup"));
    assertThat(page.locator("h1")).hasText("Unternehmen einrichten");
    assertThat(Sql.superuser().column("select locale from users where email = ?", email))
        .containsExactly("de");

    changeBrowser("en-IE");
    open("setup");
    logIn(email, Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/setup"));
    assertThat(page.locator("h1")).hasText("Unternehmen einrichten");
  }

  @Test
  void a_person_chooses_language_and_numbers_and_the_others_keep_theirs() {
    shop.goods("1", "1234.5", 5);
    logIn(shop);
    open("app/products/");
    assertThat(html()).hasAttribute("dir", "ltr");
    assertThat(page.locator("tbody")).containsText("1,234.50");

    page.locator("summary[aria-label='Your account']").click();
    page.locator("a", withText("Language and region")).click();
    field("Language").selectOption("es");
    field("Numbers and dates").selectOption("de-DE");
    button("Save").click();
    assertThat(page.getByText("Su elección se ha guardado.")).isVisible();
    assertThat(html()).hasAttribute("lang", "es");
    open("app/dashboard");
    assertThat(page.locator("main"))
        .containsText(Pattern.compile("lunes|martes|miércoles|jueves|viernes|sábado|domingo"));
    open("app/products/");
    assertThat(page.locator("h1")).hasText("Artículos");
    assertThat(page.locator("tbody")).containsText("1.234,50");

    open("app/products/new");
    field("Nombre").fill("Taza");
    field("Referencia").fill("2");
    field("Precio").fill("12.3.4");
    button("Guardar").click();
    assertThat(page.getByText("escriba un número, como 12 o 12,50")).isVisible();
    field("Precio").fill("1.250,75");
    button("Guardar").click();
    assertThat(page.getByText("«Taza» se ha guardado.")).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select price from products where sku = '2' and business_id = ?",
                    shop.businessId()))
        .containsExactly("1250.7500");
    assertThat(shop.api().get("products/0").text("/detail")).startsWith("Este artículo");
  }

  @Test
  void arabic_is_read_from_the_right_and_takes_arabic_digits() {
    shop.goods("1", "10", 5);
    logIn(shop);
    open("account/preferences");
    field("Language").selectOption("ar");
    button("Save").click();
    assertThat(html()).hasAttribute("dir", "rtl");
    assertThat(html()).hasAttribute("lang", "ar");
    open("app/sales/new");
    var side = page.locator("#side").boundingBox();
    assertThat(side.x).isGreaterThan(page.locator("main").boundingBox().x);
    assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .isNotPositive();
    Locator finder = page.locator("#products input");
    finder.fill("\u0663*1");
    finder.press("Enter");
    assertThat(page.locator("#lines tbody tr")).hasCount(1);
    assertThat(page.locator("#total")).containsText("36.00");
    field("نقدًا").fill("\u0664\u0660");
    button("تسجيل البيع").click();
    page.waitForURL(Pattern.compile("/app/sales/show"));
    assertThat(page.locator("main")).containsText("36.00");
    assertThat(shop.count("sales")).isOne();
  }

  @Test
  void on_a_narrow_arabic_page_a_long_latin_name_is_cut_off_at_its_end_like_any_other() {
    var sql = Sql.superuser();
    var name = "Alexandria Wholesale and Sons Trading (Deutschland) GmbH";
    sql.run("update businesses set name = ? where id = ?", name, shop.businessId());
    sql.run("update users set name = ?, locale = 'ar' where id = ?", name, shop.userId());
    var product = shop.goods("Bergamottenorangenschalenmarmeladenglasdeckel", "10", 5);
    var sale =
        "{\"lines\": [{\"productId\": %d, \"quantity\": 1}], \"payments\": [{\"method\":"
            + " \"CASH\", \"amount\": 12}]}";
    assertThat(shop.api().post("sales", sale.formatted(product)).status()).isEqualTo(201);
    page.setViewportSize(390, 844);
    open("login");
    field("E-mail").fill(shop.email());
    field("Password").fill(Shop.PASSWORD);
    button("Log in").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(html()).hasAttribute("dir", "rtl");
    var switcher = page.locator(".top .menu-name").first();
    assertThat((Boolean) switcher.evaluate("name => name.scrollWidth > name.clientWidth")).isTrue();
    beginsInSight(switcher);
    beginsInSight(page.locator(".row-link", withText("Bergamotten")).first());
    assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .isNotPositive();

    open("app/products/");
    beginsInSight(page.locator("tbody .row-link").first());
    open("app/settings/members");
    beginsInSight(page.locator("#members .strong").first());
    beginsInSight(page.locator("#members .cell-note").first());
    open("app/products/edit?id=" + product);
    beginsInSight(page.locator("h1"));
  }

  /** The first letter is neither outside of what holds it nor of the page. */
  private static void beginsInSight(Locator text) {
    var seen =
        text.evaluate(
            """
            element => {
              const letter = document.createRange();
              letter.setStart(element.firstChild, 0);
              letter.setEnd(element.firstChild, 1);
              const first = letter.getBoundingClientRect();
              const whole = element.getBoundingClientRect();
              return first.left >= Math.max(0, whole.left - 1) && first.right <= Math.min(innerWidth, whole.right + 1);
            }""");
    assertThat((Boolean) seen).as(text.toString()).isTrue();
  }

  @Test
  void a_program_is_answered_in_the_language_that_it_asks_for() {
    assertThat(problem("de")).isEqualTo("Einiges kann nicht angenommen werden.");
    assertThat(problem("es-MX")).isEqualTo("Hay datos que no se pueden aceptar.");
    assertThat(problem("fr")).isEqualTo("Some of it cannot be accepted.");
  }

  private String problem(String language) {
    var body =
        BodyPublishers.ofString(
            "{\"sku\": \"\", \"name\": \"x\", \"kind\": \"GOODS\", \"price\": 1, \"active\": true}");
    var answer = shop.api().send("POST", "products", body, "Accept-Language", language);
    assertThat(answer.status()).isEqualTo(422);
    return answer.text("/detail");
  }

  private Locator html() {
    return page.locator("html");
  }
}
