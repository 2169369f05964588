package org.tradehall.archive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** Whatever is wrong with an archive is said where it was chosen, and nothing of it stays. */
class ArchiveRefusalsBrowserIT extends InArchives {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** What is wrong is found before anything is begun. */
  private static final Map<String, Function<Archive, byte[]>> AT_ONCE = new LinkedHashMap<>();

  /** What is wrong is found by the database or by what is verified in the end. */
  private static final Map<String, UnaryOperator<Archive>> WHILE_IT_COMES = new LinkedHashMap<>();

  static {
    AT_ONCE.put(
        "This is not the archive of a business.",
        good -> "No ZIP at all".getBytes(StandardCharsets.UTF_8));
    AT_ONCE.put(
        "This is not the archive of a business. ", good -> good.without("manifest.json").zipped());
    AT_ONCE.put(
        "This is not the archive of a business.  ",
        good -> good.manifest(text -> text.substring(0, text.length() / 2)).zipped());
    AT_ONCE.put(
        "The archive has format 3; format 2 can be imported.",
        good -> good.manifest(text -> text.replace("\"format\":2", "\"format\":3")).zipped());
    AT_ONCE.put(
        "The archive was made by a newer version (schema 9999",
        good -> good.manifest(schema("9999")).zipped());
    AT_ONCE.put(
        "The archive was made by another version (schema 0001",
        good -> good.manifest(schema("0001")).zipped());
    AT_ONCE.put(
        "The file products.csv is not as it was exported: its checksum is wrong.",
        good -> good.with("products.csv", flipped(good.content("products.csv"))).zipped());
    AT_ONCE.put(
        "The file customers.csv is not as it was exported: its checksum is wrong.",
        good -> good.with("customers.csv", new byte[100 << 20]).zipped());
    AT_ONCE.put(
        "The file products.csv is missing in the archive.",
        good -> good.without("products.csv").zipped());
    AT_ONCE.put(
        "The archive has a file that does not belong in it: more.csv",
        good -> good.with("more.csv", new byte[1]).zipped());
    AT_ONCE.put(
        "There is no table nonsense here.",
        good ->
            good.with("nonsense.csv", new byte[0])
                .manifest(
                    text ->
                        text.replace(
                            "\"files\":[",
                            "\"files\":[{\"file\":\"nonsense.csv\",\"table\":\"nonsense\",\"rows\":0,"
                                + "\"bytes\":0,\"sha256\":\""
                                + Archive.sha256(new byte[0])
                                + "\"},"))
                .zipped());
    AT_ONCE.put(
        "The archive has no table products.",
        good ->
            good.without("products.csv")
                .manifest(text -> text.replaceFirst("\\{\"file\":\"products.csv\"[^}]*},", ""))
                .zipped());
    AT_ONCE.put(
        "products.csv has a column that is unknown here: skew",
        good -> good.forged("products.csv", text -> text.replaceFirst("sku", "skew")).zipped());
    AT_ONCE.put(
        "products.csv has no column cost.",
        good ->
            good.forged(
                    "products.csv",
                    text -> text.lines().findFirst().orElseThrow().replace(",cost", "") + "\r\n")
                .zipped());
    AT_ONCE.put(
        "customers.csv has 1 rows, and should have 2.",
        good ->
            good.manifest(
                    text ->
                        text.replace(
                            "\"table\":\"customers\",\"rows\":1",
                            "\"table\":\"customers\",\"rows\":2"))
                .zipped());
    AT_ONCE.put(
        "products.csv cannot be read at row 1.",
        good ->
            good.forged("products.csv", text -> text.replaceFirst(",moved", ",\"moved")).zipped());
    AT_ONCE.put(
        "products.csv cannot be read at row 1. ",
        good ->
            good.forged("products.csv", text -> text.replaceFirst("\r\n\\d+,", "\r\n")).zipped());
    AT_ONCE.put(
        "The archive unpacks to more than 4,096 MB.",
        good ->
            good.manifest(
                    text ->
                        text.replaceFirst(
                            "(\"table\":\"products\",\"rows\":\\d+,\"bytes\":)\\d+",
                            "$15000000000"))
                .zipped());
    AT_ONCE.put(
        "1000000000001 is no id.",
        good ->
            good.forged(
                    "tax_rates.csv",
                    text -> text.replaceFirst("(\r\n\\d+,)\\d+", "$11000000000001"))
                .zipped());

    WHILE_IT_COMES.put(
        "products.csv: the database takes none of the rows 1 to 1",
        good -> good.forged("products.csv", text -> text.replace("10.0000", "ten")));
    WHILE_IT_COMES.put(
        "sales.csv: the database takes none of the rows 1 to 3",
        good -> good.forged("sales.csv", text -> text.replace("COMPLETED", "FORGOTTEN")));
    WHILE_IT_COMES.put(
        "A row of products refers to another that is not there.",
        good -> good.forged("tax_rates.csv", text -> text.replaceFirst("(\r\n\\d+,)\\d+", "$177")));
    WHILE_IT_COMES.put(
        "Stock on hand of moved-mug is not the sum of its movements.",
        good ->
            good.forged(
                "inventory.csv", text -> text.replaceFirst("\\d+\\.000000\r\n", "999\r\n")));
    WHILE_IT_COMES.put(
        "The balance of customer moved-customer is not the sum of the transactions.",
        good ->
            good.forged(
                "customer_accounts.csv",
                text -> text.replaceFirst("\\d+\\.\\d{4}\r\n", "999\r\n")));
    WHILE_IT_COMES.put(
        "The archive does not tell who person",
        good ->
            good.forged("people.csv", text -> "id,email,name\r\n")
                .manifest(
                    text -> text.replaceFirst("(\"table\":\"people\",\"rows\":)\\d+", "$10")));
    WHILE_IT_COMES.put(
        "The log of the business has entries from the future.",
        good ->
            good.forged(
                "system_logs.csv", text -> text.replaceFirst(",20\\d\\d-(\\d\\d)", ",2999-$1")));
    WHILE_IT_COMES.put(
        "The business has no branch in which somebody could work.",
        good ->
            good.forged("branches.csv", text -> text.replace("Europe/Berlin", "Europe/Atlantis")));
  }

  private static UnaryOperator<String> schema(String version) {
    return text ->
        text.replaceFirst("\"schemaVersion\":\"\\d+\"", "\"schemaVersion\":\"" + version + "\"");
  }

  private static String atTheFile(String page) {
    return page.substring(page.indexOf("id=\"form:file\""), page.indexOf("id=\"form:ownerEmail\""));
  }

  private static byte[] flipped(byte[] content) {
    var other = content.clone();
    other[other.length / 2] ^= 1;
    return other;
  }

  @Test
  void what_is_no_whole_archive_of_this_version_is_refused_where_it_was_chosen() {
    var good = exported(traded(Shop.Terms.USUAL.named("Refused")));
    logInAsSuperadmin();
    Tradehall.awaitDemo();
    var before = Tables.counts();
    var imports = SQL.number("select count(*) from archive_imports");
    for (var bad : AT_ONCE.entrySet()) {
      var answer = sendQuickly(bad.getValue().apply(good), "owner@example.org");
      assertThat(atTheFile(answer.text())).contains(bad.getKey().strip());
      assertThat(Tables.counts()).as(bad.getKey()).isEqualTo(before);
    }
    assertThat(SQL.number("select count(*) from archive_imports")).isEqualTo(imports);
  }

  @Test
  void what_does_not_fit_together_leaves_nothing() {
    var good = exported(traded(Shop.Terms.USUAL.named("Refused later")));
    logInAsSuperadmin();
    Tradehall.awaitDemo();
    var before = Tables.counts();
    var failures = new ArrayList<String>();
    for (var bad : WHILE_IT_COMES.entrySet()) {
      var answer = sendQuickly(bad.getValue().apply(good).zipped(), "owner@example.org");
      assertThat(answer.url()).contains("/platform/business-import?");
      var page =
          Until.is(
              SOON,
              "it has ended",
              () -> session().request().get(answer.url()).text(),
              text -> text.contains("data-at-work=\"false\""));
      assertThat(page)
          .contains("notice bad")
          .contains(bad.getKey())
          .contains("Nothing of it was written.");
      if (!Tables.counts().equals(before)) {
        failures.add(bad.getKey());
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void what_is_wrong_stands_at_the_file() {
    logInAsSuperadmin();
    send("No ZIP at all".getBytes(StandardCharsets.UTF_8), "owner@example.org", "");
    assertThat(page.locator("#form .field").first())
        .containsText("This is not the archive of a business.");
  }

  @Test
  void without_a_file_nothing_is_begun() {
    logInAsSuperadmin();
    open("platform/import-business");
    field("E-mail of the owner").fill("owner@example.org");
    button("Check and import").click();
    assertThat(page.locator("#form .field").first()).containsText("Choose an archive.");
  }
}
