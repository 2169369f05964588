package org.tradehall.privacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** Handing over what is kept of a person, and forgetting the person. */
class PrivacyBrowserIT extends InBrowser {

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();

  /** Of this test only, so that it can be looked for everywhere. */
  private final String name = "Zebedee " + UUID.randomUUID();

  private final String mail = "zebedee." + UUID.randomUUID() + "@example.org";

  @Test
  void a_customer_without_documents_is_erased_at_once() {
    var customer = customer();
    logIn(shop);
    open("app/customers/edit?id=" + customer);
    field("Phone").fill("+49 30 5550123");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/customers/(index)?$"));
    assertThat(whereIs(mail)).isNotEmpty();

    open("app/customers/edit?id=" + customer);
    link("Personal data").click();
    erase();
    assertThat(page.getByText("The customer is erased.")).isVisible();
    assertThat(whereIs(name)).isEmpty();
    assertThat(whereIs(mail)).isEmpty();
    assertThat(actions(customer)).contains("customer.erase");
  }

  @Test
  void a_customer_with_young_documents_is_kept_and_the_date_is_told() {
    var customer = customer();
    sell(customer);
    logIn(shop);
    open("app/customers/privacy?id=" + customer);
    var year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear() + 10;
    assertThat(page.locator(".notice.warn")).containsText("31 Dec " + year);
    assertThat(button("Erase for good")).hasCount(0);
    assertThat(whereIs(mail)).isNotEmpty();
  }

  @Test
  void old_documents_stay_without_the_person() {
    var customer = customer();
    var sale = sell(customer);
    for (var table : List.of("sales", "customer_transactions", "payments")) {
      sql.run(
          "update " + table + " set business_date = '2010-05-05' where business_id = ?",
          shop.businessId());
    }
    sql.run("update sales set note = ? where id = ?", "for " + name, sale);
    logIn(shop);
    open("app/customers/privacy?id=" + customer);
    erase();
    assertThat(page.getByText("The customer is erased.")).isVisible();
    assertThat(whereIs(name)).isEmpty();
    assertThat(whereIs(mail)).isEmpty();
    assertThat(shop.api().get("sales/" + sale).text("/total")).isEqualTo("12.00");
    assertThat(shop.api().get("customers/" + customer).text("/name")).startsWith("Erased ");
  }

  @Test
  void a_customers_data_is_handed_over_as_json() throws IOException {
    var customer = customer();
    sell(customer);
    logIn(shop);
    open("app/customers/privacy?id=" + customer);
    var download = page.waitForDownload(() -> page.locator("button", withText("Download")).click());
    assertThat(Files.readString(download.path()))
        .contains(name, mail, "\"sales\"", "\"customer_transactions\"", "\"12.0000\"");
    assertThat(actions(customer)).contains("customer.export");
  }

  @Test
  void a_cashier_may_neither_hand_over_nor_erase() {
    var customer = customer();
    sql.run("update memberships set role = 'CASHIER' where business_id = ?", shop.businessId());
    logIn(shop);
    open("app/customers/edit?id=" + customer);
    assertThat(link("Personal data")).hasCount(0);
    expect("403");
    open("app/customers/privacy?id=" + customer);
    assertThat(page.locator("body")).containsText("Not allowed here");
  }

  @Test
  void a_person_takes_his_data_along() throws IOException {
    shop.goods("1", "1", 0);
    logIn(shop);
    open("account/privacy");
    page.locator("button", withText("Show")).click();
    assertThat(page.locator("details", withText("users")).first()).isVisible();
    var download = page.waitForDownload(() -> page.locator("button", withText("Download")).click());
    var json = Files.readString(download.path());
    assertThat(json)
        .contains(shop.email(), "Olga Owner", "Corner shop", "product.create", "memberships")
        .doesNotContain("PBKDF2", "_hash");
    assertThat(page.locator(".notice.warn")).containsText("You still work in a business.");
  }

  @Test
  void a_person_without_a_business_is_forgotten() {
    sql.run("update users set name = ? where id = ?", name, shop.userId());
    logIn(shop);
    var other = Shop.open();
    for (var open : new String[] {"null", "now()"}) {
      sql.run(
          "insert into invitations (business_id, id, email, role, branch_ids, secret_hash,"
              + " invited_by, created_at, expires_at, ended_at) values (?, nextval('ids'), ?,"
              + " 'VIEWER', '', sha256(gen_random_uuid()::text::bytea), ?, now(),"
              + " now() + interval '7 days', "
              + open
              + ")",
          other.businessId(),
          shop.email(),
          other.userId());
    }
    sql.run("delete from memberships where business_id = ?", shop.businessId());
    open("account/privacy");
    erase();
    page.waitForURL(Pattern.compile("/login"));
    assertThat(whereIs(name)).isEmpty();
    assertThat(whereIs(shop.email())).isEmpty();
    open("app/dashboard");
    logIn(shop.email(), Shop.PASSWORD);
    assertThat(
            page.locator(".ui-messages:visible, .ui-message:visible, [role=alert]:visible").first())
        .isVisible();
    assertThat(
            sql.column(
                "select action from platform_logs where user_id = ? and action = 'user.erase'",
                shop.userId()))
        .hasSize(1);
  }

  @Test
  void who_has_closed_his_business_is_forgotten() {
    sql.run("update users set name = ? where id = ?", name, shop.userId());
    logIn(shop);
    open("account/privacy");
    assertThat(page.getByText("You still work in a business")).isVisible();
    sql.run("update businesses set status = 'CLOSED' where id = ?", shop.businessId());
    open("account/privacy");
    erase();
    page.waitForURL(Pattern.compile("/login"));
    assertThat(whereIs(name)).isEmpty();
    assertThat(whereIs(shop.email())).isEmpty();
    assertThat(sql.column("select erased_at is not null from users where id = ?", shop.userId()))
        .containsExactly("true");
  }

  private void erase() {
    button("Erase for good").first().click();
    page.locator(".ui-confirm-dialog .ui-confirmdialog-yes").click();
  }

  private long customer() {
    var answer =
        shop.api()
            .post(
                "customers",
                "{\"code\": \"C\", \"name\": \"%s\", \"email\": \"%s\"}".formatted(name, mail),
                "Idempotency-Key",
                "customer");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  private long sell(long customer) {
    var product = shop.goods("1", "10.00", 5);
    var answer =
        shop.api()
            .post(
                "sales",
                """
                {"customerId": %d, "lines": [{"productId": %d, "quantity": 1}], "payments": []}"""
                    .formatted(customer, product),
                "Idempotency-Key",
                "sale");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  private List<String> actions(long entity) {
    return sql.column(
        "select action from system_logs where business_id = ? and entity_id = ?",
        shop.businessId(),
        entity);
  }

  /** The tables of the whole database in which a text stands, whoever owns the row. */
  private List<String> whereIs(String text) {
    return sql
        .column(
            "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace"
                + " and c.relkind = 'r'")
        .stream()
        .filter(
            table ->
                sql.number(
                        "select count(*) from " + table + " t where strpos(lower(t::text), ?) > 0",
                        text.toLowerCase(Locale.ROOT))
                    > 0)
        .toList();
  }
}
