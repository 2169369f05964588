package org.tradehall.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Deeds of all kinds, and what the logs must not know of them. */
class SecretsBrowserIT extends InBrowser {

  private static final Pattern API_KEY = Pattern.compile("th_\\d+_[\\w-]{43}");

  /** Thirteen to nineteen digits, as on a payment card; ids have fewer, and hashes have letters. */
  private static final Pattern CARD = Pattern.compile("(?<![\\da-f])\\d{13,19}(?![\\da-f])");

  /** The log of the test's own business: other tests' barcodes look like cards. */
  private static final String OWN_LOG =
      " from system_logs l where business_id in (select m.business_id from memberships m"
          + " join users u on u.id = m.user_id where u.email = ?)";

  private final String password = "quite secret " + UUID.randomUUID();
  private final String mail = UUID.randomUUID() + "@example.org";

  @Test
  void neither_passwords_nor_keys_nor_cards_come_into_the_logs() {
    signUpAndOpen();
    var key = newKey();
    trade(new Api(Tradehall.server().url(), key));
    open("app/settings/business");
    field("Years to keep the system log").fill("7");
    button("Save").click();
    assertThat(page.getByText("The settings are saved.")).isVisible();

    assertThat(Sql.superuser().column("select distinct action" + OWN_LOG, mail))
        .contains(
            "business.open",
            "api-key.create",
            "product.create",
            "product.update",
            "customer.create",
            "customer.update",
            "sale.record",
            "sale.return",
            "settings.business");
    var logs = logs();
    assertThat(logs).doesNotContain(password, key, mail, "PBKDF2", "Zebedee", "4111 1111");
    assertThat(logs).doesNotContainPattern(API_KEY).doesNotContainPattern(CARD);
    for (var secret :
        Sql.superuser()
            .column(
                "select password_hash from users union select encode(secret_hash, 'hex')"
                    + " from api_keys union select encode(secret_hash, 'base64') from api_keys")) {
      assertThat(logs).doesNotContain(secret);
    }
  }

  private void signUpAndOpen() {
    open("signup");
    field("Your name").fill("Nora New");
    field("E-mail").fill(mail);
    field("Password").fill(password);
    button("Create an account").click();
    page.waitForURL(Pattern.compile("/setup"));
    field("Name of the business").fill("Secret keepers");
    button("Open the business").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  private String newKey() {
    open("app/settings/api-keys");
    field("Name").fill("Till");
    for (var right : page.locator("input[type=checkbox]").all()) {
      right.check();
    }
    field("Current password").fill(password);
    page.locator("button", withText("Create key")).click();
    return page.locator("#newKey").inputValue();
  }

  private static void trade(Api api) {
    var mug =
        "{\"sku\": \"1\", \"name\": \"Mug\", \"kind\": \"GOODS\", \"price\": %d, \"active\": true%s}";
    var product = api.post("products", mug.formatted(10, ", \"openingStock\": 5"));
    var customer =
        api.post(
            "customers",
            "{\"code\": \"C\", \"name\": \"Zebedee\", \"phone\": \"4111 1111 1111 1111\"}");
    var sale =
        api.post(
            "sales",
            """
            {"customerId": %d, "lines": [{"productId": %d, "quantity": 1}],
             "payments": [{"method": "CARD", "amount": 1}], "note": "card 4111 1111 1111 1111"}"""
                .formatted(customer.id(), product.id()));
    for (var answer :
        List.of(
            product,
            customer,
            sale,
            api.put("products/" + product.id(), mug.formatted(11, "")),
            api.put("customers/" + customer.id(), "{\"code\": \"C\", \"name\": \"Zebedee Q\"}"),
            api.post(
                "sales/" + sale.id() + "/returns",
                "{\"lines\": [{\"line\": 1, \"quantity\": 1}]}"))) {
      assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    }
  }

  private String logs() {
    return String.join(
        "\n",
        Sql.superuser()
            .column(
                "select l::text" + OWN_LOG + " union all select p::text from platform_logs p",
                mail));
  }
}
