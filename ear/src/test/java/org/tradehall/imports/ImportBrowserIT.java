package org.tradehall.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** An import on its page, from the file to the totals in the books. */
class ImportBrowserIT extends InBrowser {

  private static final int DOCUMENTS = 2_400;
  private static final int LINES = 3;
  private static final double PATIENCE = 240_000;

  private final Shop shop = Shop.open(Shop.Terms.USUAL.in("GBP").belowZero());

  @Test
  void a_file_is_sent_looked_at_imported_stopped_taken_up_and_completed() {
    logIn(shop);
    send("sales", "may.csv", sales());

    assertThat(state()).hasText("Checked", patiently());
    assertThat(tile("New")).containsText("7,200");
    assertThat(page.locator("main")).containsText("Invoices");
    assertThat(button("Stop")).hasCount(0);
    assertThat(shop.count("sales")).isZero();

    button("Import now").click();
    assertThat(state()).hasText("Importing");
    var first = percentAbove(0);
    percentAbove(first);
    button("Stop").click();
    assertThat(state()).hasText("Stopped");
    assertThat(button("Stop")).hasCount(0);
    var done = shop.count("sales");
    assertThat(done).isBetween(1L, DOCUMENTS - 1L);
    page.reload();
    assertThat(state()).hasText("Stopped");
    assertThat(shop.count("sales")).isEqualTo(done);

    button("Go on").click();
    assertThat(state()).hasText("Importing");
    percentAbove(first);
    assertThat(state()).hasText("Completed", patiently());
    assertThat(bar()).hasAttribute("aria-valuenow", "100");
    assertThat(button("Go on")).hasCount(0);
    assertThat(page.locator("tr", withText("Invoices")).locator("td"))
        .hasText(new String[] {"Invoices", "2,400", "2,400"});
    assertThat(page.locator("tr", withText("Sum")).locator("td"))
        .hasText(new String[] {"Sum", "9,000.00", "9,000.00"});
    assertThat(shop.count("sales")).isEqualTo(DOCUMENTS);
    assertThat(shop.count("import_files")).as("the file is not needed any more").isZero();

    send("sales", "may again.csv", sales());
    assertThat(state()).hasText("Checked", patiently());
    assertThat(tile("There already")).containsText("7,200");
    button("Import now").click();
    assertThat(state()).hasText("Completed", patiently());
    assertThat(shop.count("sales")).isEqualTo(DOCUMENTS);
  }

  @Test
  void a_page_that_was_overtaken_shows_where_the_import_stands_now() {
    logIn(shop);
    send("products", "products.csv", "sku,name\n1,Tea\n2,Coffee\n");
    assertThat(state()).hasText("Checked", patiently());
    var late = newTab();
    late.navigate(page.url());
    assertThat(state(late)).hasText("Checked");

    button("Import now").click();
    assertThat(state()).hasText("Completed", patiently());
    late.getByText("Import now").click();
    assertThat(state(late)).hasText("Completed");
    assertThat(late.getByText("Import now")).hasCount(0);

    open("app/products/");
    page.goBack();
    assertThat(state()).hasText("Completed");
    assertThat(shop.count("products")).isEqualTo(2);
  }

  @Test
  void looking_how_far_it_is_pushes_no_page_out_of_the_session() {
    logIn(shop);
    send("products", "products.csv", "sku,name\n1,Tea\n");
    assertThat(state()).hasText("Checked", patiently());
    var look = page.locator("#progress").getAttribute("data-look");
    var address = Tradehall.url(look.substring(1)).toString();
    assertThat(session().request().get(address).text())
        .contains("progressbar")
        .doesNotContain("ViewState", "<form");
  }

  @Test
  void files_and_columns_are_called_what_they_are_called_in_any_script() {
    logIn(shop);
    open("app/imports/new?mapping=products");
    field("Name").fill("Größe 名");
    choose("Größe 名.csv", "sku,Größe 名\n1,Tea\n");
    assertThat(state()).hasText("Checked", patiently());
    assertThat(tile("New")).containsText("1");
  }

  @Test
  void the_report_is_turned_page_by_page_and_downloaded() throws IOException {
    var rows =
        IntStream.rangeClosed(1, 130)
            .mapToObj(row -> row + ",Thing," + (row > 60 ? "1" : "=bad"))
            .collect(Collectors.joining("\n", "sku,name,price\n", "\n"));
    logIn(shop);
    send("products", "products.csv", rows);
    assertThat(state()).hasText("Checked", patiently());
    assertThat(tile("Not possible")).containsText("60");
    assertThat(lines()).hasCount(50);
    link("Next rows").click();
    assertThat(lines()).hasCount(10);
    assertThat(link("Next rows")).hasCount(0);
    link("From the start").click();
    assertThat(lines()).hasCount(50);

    assertThat(download(page).lines()).hasSize(61).anyMatch(line -> line.startsWith("61,\"60\""));
    tile("New").click();
    assertThat(lines()).hasCount(50);
    assertThat(download(page).lines()).hasSize(71).allMatch(line -> !line.contains("ERROR"));
  }

  @Test
  void a_report_is_for_those_who_may_import_in_this_business() {
    var theirs = Shop.open();
    var other = Upload.of(theirs.api(), "mapping=products", "sku,name\n1,Tea\n").checked();
    var mine = Upload.of(shop.api(), "mapping=products", "sku,name\n1,Tea\n").checked();
    logIn(shop);
    assertThat(status(mine)).isEqualTo(200);
    assertThat(status(other)).isEqualTo(404);
    Sql.superuser()
        .run("update memberships set role = 'CASHIER' where business_id = ?", shop.businessId());
    assertThat(status(mine)).isEqualTo(403);
  }

  private int status(Upload sent) {
    var path = "app/imports/report?id=" + sent.now().at("/id").asLong();
    return session().request().get(Tradehall.url(path).toString()).status();
  }

  private static String download(Page page) throws IOException {
    var file = page.waitForDownload(() -> page.getByText("Download (CSV)").click());
    return Files.readString(file.path());
  }

  private void send(String mapping, String name, String csv) {
    open("app/imports/");
    link("New import").first().click();
    page.locator("nav.segments a[href='?mapping=" + mapping + "']").click();
    choose(name, csv);
  }

  private void choose(String name, String csv) {
    field("CSV file")
        .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    button("Send and check").click();
    page.waitForURL(Pattern.compile("/app/imports/show\\?id="));
    assertThat(page.locator("h1")).hasText(name);
  }

  private Locator state() {
    return state(page);
  }

  private static Locator state(Page of) {
    return of.locator("#progress .badge");
  }

  private Locator bar() {
    return page.getByRole(com.microsoft.playwright.options.AriaRole.PROGRESSBAR).first();
  }

  private Locator tile(String label) {
    return page.locator(".tile", withText(label));
  }

  private Locator lines() {
    return page.locator(".table-wrap tbody tr");
  }

  /** Waits until the bar has passed a percentage, and tells where it is then. */
  private int percentAbove(int percent) {
    page.waitForFunction(
        "least => document.querySelector('#progress [role=progressbar]').ariaValueNow > least",
        percent,
        new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    return Integer.parseInt(bar().getAttribute("aria-valuenow"));
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }

  private static String sales() {
    var csv = new StringBuilder("document,sku,name,quantity,time,price,customer\n");
    for (var document = 1; document <= DOCUMENTS; document++) {
      for (var line = 1; line <= LINES; line++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "D%d,P%d,Thing,1,2025-03-01 10:00:00,1.25,C%d\n",
                document,
                (document * 7 + line * 31) % 500,
                document % 100));
      }
    }
    return csv.toString();
  }
}
