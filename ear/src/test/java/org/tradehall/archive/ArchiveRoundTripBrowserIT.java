package org.tradehall.archive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.audit.model.LogChain;
import org.tradehall.harness.Footprint;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** A business goes out in an archive and comes in as another one, with all that it has. */
class ArchiveRoundTripBrowserIT extends InArchives {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void the_archive_tells_all_but_secrets_and_sums_it() {
    var shop = traded(Shop.Terms.USUAL.named("Harbour, \"Lane\""));
    shop.newKey();
    var archive = exported(shop);

    assertThat(archive.text("businesses.csv"))
        .startsWith("id,name,currency,locale,time_zone,")
        .contains(shop.businessId() + ",\"Harbour, \"\"Lane\"\"\",EUR,en-IE,Europe/Berlin,false,");
    assertThat(archive.text("people.csv"))
        .contains(shop.userId() + "," + shop.email() + ",Olga Owner\r\n");
    assertThat(archive.text("customers.csv").lines().skip(1).findFirst().orElseThrow())
        .contains(",moved-customer,moved-customer,,\"\",,");
    assertThat(archive.text("sale_returns.csv")).contains("\"it, \"\"broke\"\"\nsoon\"");
    assertThat(archive.text("idempotency_keys.csv").lines()).hasSize(1);
    var attachment =
        archive.names().stream().filter(name -> name.startsWith("attachments/")).toList();
    assertThat(attachment).hasSize(1);
    assertThat(archive.content(attachment.get(0))).startsWith(0x1f, 0x8b);
    for (var name : archive.names()) {
      assertThat(archive.text(name)).as(name).doesNotContain("secret", "password", "fingerprint");
      if (!name.equals("manifest.json")) {
        assertThat(archive.text("manifest.json"))
            .contains(
                "\"bytes\":"
                    + archive.content(name).length
                    + ",\"sha256\":\""
                    + Archive.sha256(archive.content(name)));
      }
    }
    assertThat(archive.text("manifest.json"))
        .startsWith("{\"product\":\"Tradehall\",\"format\":2,\"schemaVersion\":\"");
  }

  @Test
  void it_comes_in_as_a_new_business_with_every_row() throws SQLException {
    var shop = traded(Shop.Terms.USUAL.named("Old harbour"));
    var archive = exported(shop);
    // From now on nobody here has the cashier's address.
    SQL.run(
        "update users set email = 'was-' || email where id in"
            + " (select user_id from memberships where business_id = ? and role = 'CASHIER')",
        shop.businessId());
    var before = footprint(shop);

    logInAsSuperadmin();
    var arrived = shop.moved(imported(archive, shop.email(), "New harbour"));

    assertThat(footprint(shop)).as("the business that was exported").isEqualTo(before);
    var moved = moved(arrived);
    assertThat(moved).isPositive();
    for (var table : Tables.brought()) {
      var there = Tables.rows(table, shop.businessId(), 0);
      var here = Tables.rows(table, arrived.businessId(), moved);
      if (table.equals("system_logs")) {
        here.removeIf(row -> row.contains("business.import") || row.contains("member.join"));
      }
      assertThat(here).as(table).isEqualTo(there);
    }
    assertThat(arrived.count("sales")).isEqualTo(3);
    assertThat(arrived.count("import_files")).isOne();
    assertBooksAreBalanced(arrived);
    assertLogIsWhole(arrived);
    assertThat(SQL.column("select name from businesses where id = ?", arrived.businessId()))
        .containsExactly("New harbour");
    assertThat(arrived.count("memberships")).isOne();
    // Its API key was made by this test.
    assertThat(arrived.count("api_keys")).isOne();
  }

  @Test
  void it_works_on_where_it_was() {
    var shop = traded(Shop.Terms.USUAL.named("Old pier"));
    var archive = exported(shop);
    logInAsSuperadmin();
    var arrived = shop.moved(imported(archive, shop.email(), ""));

    assertThat(SQL.column("select name from businesses where id = ?", arrived.businessId()))
        .containsExactly("Old pier");
    for (var each : List.of(shop, arrived)) {
      var product =
          SQL.number(
              "select id from products where business_id = ? and sku = 'moved-mug'",
              each.businessId());
      var answer =
          each.api()
              .post(
                  "sales",
                  "{\"lines\": [{\"productId\": %d, \"quantity\": 1}], \"payments\": [{\"method\": \"CASH\", \"amount\": 50}]}"
                      .formatted(product));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
    var last =
        "select number, net, tax, total from sales where business_id = ? order by recorded_at desc limit 1";
    assertThat(row(last, arrived.businessId())).isEqualTo(row(last, shop.businessId()));
    assertBooksAreBalanced(arrived);
  }

  /** However many ids others have been given in the meantime. */
  @Test
  void it_takes_as_many_ids_as_it_had() {
    var floor = SQL.number("select setval('ids', last_value + 1000000) from ids");
    var other = Shop.open();
    // The server gives what it has taken in advance first.
    for (int i = 0; other.goods("ROPE-" + i, "1", 5) < floor; i++) {
      assertThat(i).isLessThan(500);
    }
    var shop = Shop.open();
    shop.goods("ROPE", "1", 5);
    var archive = exported(shop);
    logInAsSuperadmin();
    var before = SQL.number("select last_value from ids");
    imported(archive, shop.email(), "");
    assertThat(SQL.number("select last_value from ids") - before).isBetween(500_000L, 600_000L);
  }

  @Test
  void who_has_no_account_is_invited_to_own_it() {
    var archive = exported(traded(Shop.Terms.USUAL.named("Quay")));
    logInAsSuperadmin();
    var business = imported(archive, "new-owner@example.org", "");
    assertThat(row("select email, role, ended_at from invitations where business_id = ?", business))
        .containsEntry("email", "new-owner@example.org")
        .containsEntry("role", "OWNER")
        .containsEntry("ended_at", null);
    assertThat(SQL.number("select count(*) from memberships where business_id = ?", business))
        .isZero();
  }

  @Test
  void who_is_not_here_is_a_name_that_cannot_log_in() {
    var shop = traded(Shop.Terms.USUAL.named("Wharf"));
    var archive =
        exported(shop)
            .forged("people.csv", text -> text.replaceAll("(?m)@example\\.org,", "@example.net,"));
    logInAsSuperadmin();
    var owner = Shop.open();
    var business = imported(archive, owner.email(), "");
    assertThat(Tradehall.mailbox().await(owner.email(), 1, SOON).subject())
        .isEqualTo("Wharf is here now");
    assertThat(
            SQL.column(
                """
                select distinct u.email = 'imported-' || u.id || '@invalid' and not u.active
                  and u.name in ('Olga Owner', 'Carla Cashier')
                from sales s join users u on u.id = s.recorded_by where s.business_id = ?""",
                business))
        .containsExactly("true");
    assertThat(
            SQL.number(
                "select count(distinct recorded_by) from sales where business_id = ?", business))
        .isEqualTo(2);
  }

  @Test
  void both_logs_tell_of_it() {
    var shop = traded(Shop.Terms.USUAL.named("Dock"));
    var archive = exported(shop);
    var staff = logInAsSuperadmin();
    var business = imported(archive, shop.email(), "");
    for (var log : List.of("system_logs", "platform_logs")) {
      var entry =
          row(
              "select user_id, detail from "
                  + log
                  + " where action = 'business.import' and entity_id = ?",
              business);
      assertThat(entry).as(log).containsEntry("user_id", staff.userId());
      assertThat((String) entry.get("detail"))
          .contains("\"archive\":\"Dock\"", "\"business\":\"" + shop.businessId() + "\"")
          .contains("\"madeAt\"", "\"schemaVersion\"");
    }
  }

  @Test
  void staff_who_may_not_open_businesses_may_not_import_any() {
    expect("403");
    open("login");
    logIn(Staff.in("Support").email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/(platform|admin)/"));
    open("platform/import-business");
    assertThat(page.locator("#form\\:upload")).hasCount(0);
  }

  private static Map<String, String> footprint(Shop shop) {
    var footprint = new TreeMap<>(Footprint.of(shop));
    // The installation's, not the business's.
    footprint.keySet().removeAll(List.of("archive_imports", "admin_profiles", "user_sessions"));
    return footprint;
  }

  private static long moved(Shop arrived) {
    return SQL.number(
        "select (detail::jsonb ->> 'movedBy')::bigint from system_logs"
            + " where business_id = ? and action = 'business.import'",
        arrived.businessId());
  }

  private static void assertBooksAreBalanced(Shop shop) {
    assertThat(
            SQL.number(
                """
                select count(*) from inventory i where business_id = ? and quantity <>
                  (select coalesce(sum(quantity), 0) from stock_movements m
                   where m.business_id = i.business_id and m.branch_id = i.branch_id
                     and m.product_id = i.product_id)""",
                shop.businessId()))
        .isZero();
    assertThat(
            SQL.number(
                """
                select count(*) from customer_accounts a where business_id = ? and balance <>
                  (select coalesce(sum(amount), 0) from customer_transactions t
                   where t.business_id = a.business_id and t.customer_id = a.customer_id)""",
                shop.businessId()))
        .isZero();
    assertThat(shop.count("customer_transactions")).isPositive();
  }

  private static void assertLogIsWhole(Shop shop) throws SQLException {
    Until.isTrue(SOON, () -> shop.count("system_logs_unsealed") == 0);
    try (var connection = SQL.connect()) {
      var verdict = LogChain.of(connection, shop.businessId()).verify(List.of());
      assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
      assertThat(verdict.entries()).isEqualTo(shop.count("system_logs"));
    }
  }
}
