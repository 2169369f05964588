package org.tradehall.archive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.tradehall.harness.Api;
import org.tradehall.harness.Form;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;

/** Exports and imports through the pages, as people do. */
abstract class InArchives extends InBrowser {

  static final Sql SQL = Sql.superuser();

  /** A shop that has traded: sales by several people, a return, debts, roles, settings, a log. */
  static Shop traded(Shop.Terms terms) {
    var shop = Shop.open(terms);
    var furnished = new Furnished(shop, "moved");
    var product = furnished.id("product");
    var cashier = shop.employ("CASHIER");
    SQL.run("update users set name = 'Carla Cashier' where id = ?", cashier.userId());
    made(cashier.api(), sale(product, "3, \"discountPercent\": 10"));
    var sold = made(shop.api(), sale(product, "2"));
    made(
        shop.api(),
        "sales/" + sold + "/returns",
        "{\"lines\": [{\"line\": 1, \"quantity\": 1}], \"refundMethod\": \"CASH\", \"reason\": \"it, \\\"broke\\\"\\nsoon\"}");
    shop.role("sale.view sale.record", "5", true, true);
    SQL.run(
        "insert into business_settings (business_id, id, key, value, changed_at)"
            + " values (?, nextval('ids'), 'fiscal-year-month', '4', now())",
        shop.businessId());
    SQL.run(
        "update customers set phone = '', email = null where business_id = ?", shop.businessId());
    return shop;
  }

  private static String sale(long product, String quantity) {
    return "{\"lines\": [{\"productId\": %d, \"quantity\": %s}], \"payments\": [{\"method\": \"CASH\", \"amount\": 200}]}"
        .formatted(product, quantity);
  }

  private static long made(Api api, String sale) {
    return made(api, "sales", sale);
  }

  private static long made(Api api, String path, String body) {
    var answer = api.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  Archive exported(Shop shop) {
    session().clearCookies();
    logIn(shop);
    open("app/settings/profile");
    var download = page.waitForDownload(() -> page.locator("#export\\:download").click());
    return Archive.of(download.path());
  }

  Staff logInAsSuperadmin() {
    session().clearCookies();
    var staff = Staff.in("Superadmin");
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/$"));
    return staff;
  }

  /** Sends it; leaves the page that answers. */
  void send(byte[] archive, String ownerEmail, String name) {
    open("platform/import-business");
    page.locator("#form\\:file")
        .setInputFiles(new FilePayload("shop.zip", "application/zip", archive));
    field("E-mail of the owner").fill(ownerEmail);
    page.locator("#form\\:name").fill(name);
    button("Check and import").click();
    page.waitForLoadState();
  }

  /** Sends it as {@link #send} does, without waiting for what a browser shows. */
  APIResponse sendQuickly(byte[] archive, String ownerEmail) {
    var path = "platform/import-business";
    var form =
        Form.of(session().request().get(path).text()).stream()
            .filter(each -> each.id().equals("form"))
            .findFirst()
            .orElseThrow();
    var sent = FormData.create();
    form.pressed("form:upload", (name, attributes) -> name.endsWith("ownerEmail") ? ownerEmail : "")
        .forEach(sent::set);
    sent.set("form:file", new FilePayload("shop.zip", "application/zip", archive));
    var answer = session().request().post(path, RequestOptions.create().setMultipart(sent));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  /** The business that came of it. */
  long imported(Archive archive, String ownerEmail, String name) {
    send(archive.zipped(), ownerEmail, name);
    page.waitForURL(Pattern.compile("/platform/business-import"));
    assertThat(page.locator("#progress .badge"))
        .hasText("Imported", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    var link = page.locator("#opened").getAttribute("href");
    return Long.parseLong(link.substring(link.indexOf("id=") + 3));
  }

  static Map<String, Object> row(String query, Object... parameters) {
    return SQL.rows(query, parameters).get(0);
  }
}
