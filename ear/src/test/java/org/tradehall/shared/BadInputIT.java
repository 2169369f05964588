package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;

/** What programs send by mistake or on purpose: a clear refusal, and nothing half-written. */
class BadInputIT {

  private final Shop shop = Shop.open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quantity: -1             | lines[0].quantity        | Positive",
        "quantity: 0              | lines[0].quantity        | Positive",
        "quantity: 1e30           | lines[0].quantity        | Digits",
        "quantity: 0.0000001      | lines[0].quantity        | Digits",
        "quantity: 99999999999    | lines[0].quantity        | Digits",
        "quantity: null           | lines[0].quantity        | NotNull",
        "unitPrice: -0.01         | lines[0].unitPrice       | DecimalMin",
        "unitPrice: 12345678901234567890 | lines[0].unitPrice | Digits",
        "discountPercent: 100.01  | lines[0].discountPercent | DecimalMax",
        "discountPercent: -1      | lines[0].discountPercent | DecimalMin",
        "discountAmount: -5       | lines[0].discountAmount  | DecimalMin",
        "productId: 999999999999  | lines[0].productId       | sales.unknown-product",
        "productId: null          | lines[0].productId       | NotNull",
      })
  void a_sales_line_is_refused_at_its_field(String fault, String field, String code) {
    var product = shop.goods("1", "10", 100);
    var name = fault.substring(0, fault.indexOf(':'));
    var line = "\"" + name + "\"" + fault.substring(fault.indexOf(':'));
    for (var field0 : List.of("productId: " + product, "quantity: 1")) {
      if (!field0.startsWith(name)) {
        line += ", \"" + field0.replace(":", "\":");
      }
    }
    var answer =
        shop.api()
            .post(
                "sales",
                "{\"lines\": [{%s}], \"payments\": [{\"method\": \"CASH\", \"amount\": 12}]}"
                    .formatted(line));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(shop.count("sales")).isZero();
    assertThat(shop.onHand(product)).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"lines\": []}",
        "{\"lines\": null}",
        "{}",
        "{\"lines\": [null]}",
        "{\"lines\": [{\"productId\": 1, \"quantity\": 1}], \"payments\": [null]}",
      })
  void an_empty_sale_is_refused(String json) {
    var answer = shop.api().post("sales", json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.json().at("/errors")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "42",
        "{\"lines\": \"many\"}",
        "{\"lines\": [{\"productId\": \"abc\", \"quantity\": 1}]}",
        "{\"lines\": [{\"productId\": 1.5, \"quantity\": 1}]}",
        "{\"lines\": [{\"productId\": 1, \"quantity\": true}]}",
        "{\"lines\": [{\"productId\": 1, \"quantity\": 1}], \"payments\": [{\"method\": \"GOLD\"}]}",
        "{\"lines\": []} {\"lines\": []}",
        "{\"lines\": [], \"businessId\": 1}",
        "{\"lines\": [{\"productId\": 1, \"quantity\": 1, \"total\": 0}]}",
      })
  void what_is_not_understood_is_refused_not_guessed(String json) {
    var answer = shop.api().post("sales", json);
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .doesNotContain("org.tradehall")
        .doesNotContain("com.fasterxml")
        .doesNotContain("Exception");
    assertThat(shop.count("sales")).isZero();
  }

  @Test
  void a_wrong_media_type_or_method_is_refused() {
    var text =
        shop.api()
            .send("POST", "sales", BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
    assertThat(text.status()).isEqualTo(415);
    assertThat(shop.api().send("DELETE", "sales/1", BodyPublishers.noBody()).status())
        .isBetween(404, 405);
  }

  @Test
  void fifty_megabytes_are_refused_at_once() {
    var megabyte = "x".repeat(1024 * 1024);
    var body = BodyPublishers.ofString("{\"note\": \"" + megabyte.repeat(50) + "\"}");
    long start = System.nanoTime();
    var answer = shop.api().send("POST", "sales", body);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(shop.api().get("products").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; drop table sales; --",
        "\" onmouseover=\"alert(1)",
        "#{context.userId} ${7*7}",
        "%_\\",
        "Ω 漢字 🛒 é",
        "=cmd|' /C calc'!A0",
      })
  void any_text_is_text(String text) {
    var api = shop.api();
    var quoted = Api.quoted(text);
    var product =
        api.post(
            "products",
            """
            {"sku": %1$s, "name": %1$s, "barcode": %1$s, "kind": "SERVICE", "price": 1,
             "active": true}"""
                .formatted(quoted));
    assertThat(product.status()).as(product.toString()).isEqualTo(201);
    assertThat(product.text("/name")).isEqualTo(text);
    var customer =
        api.post(
            "customers",
            "{\"code\": %1$s, \"name\": %1$s, \"phone\": %1$s, \"country\": %1$s}"
                .formatted(quoted));
    assertThat(customer.status()).as(customer.toString()).isEqualTo(201);
    var sale =
        api.post(
            "sales",
            "{\"customerId\": %d, \"note\": %s, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
                .formatted(customer.id(), quoted, product.id()));
    assertThat(sale.status()).as(sale.toString()).isEqualTo(201);
    assertThat(sale.text("/note")).isEqualTo(text);
    assertThat(sale.text("/items/0/description")).isEqualTo(text);
    var found = api.get("products?q=" + encoded(text));
    assertThat(found.text("/total")).isEqualTo("1");
    assertThat(api.get("customers?q=" + encoded(text)).text("/total")).isEqualTo("1");
    assertThat(api.get("sales?q=" + encoded(text)).text("/total")).isEqualTo("1");
  }

  @Test
  void a_null_character_is_refused() {
    var answer = shop.api().post("customers", "{\"code\": \"a\\u0000b\", \"name\": \"x\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(shop.api().get("customers?q=a%00b").status()).isEqualTo(422);
    assertThat(shop.count("customers")).isZero();
  }

  @Test
  void texts_that_are_too_long_are_refused_at_their_field() {
    var answer =
        shop.api()
            .post("customers", "{\"code\": \"%s\", \"name\": \"x\"}".formatted("9".repeat(65)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"products/abc", "products/1e5", "sales/-1", "customers/99999999999999999999"})
  void an_id_that_is_none_is_not_found(String path) {
    assertThat(shop.api().get(path).status()).isEqualTo(404);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
