package org.tradehall.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Recording a sale over the API: what comes to what, and what is written. */
class SalesApiIT {

  @Test
  void a_sale_is_numbered_priced_taxed_and_paid() {
    var shop = Shop.open();
    var product = shop.goods("0042", "10.00", 100);
    var sale =
        sell(
            shop,
            """
            {"lines": [{"productId": %d, "quantity": 3}],
             "payments": [{"method": "CARD", "amount": 36.00}]}"""
                .formatted(product));
    assertThat(sale.text("/number")).matches("S01-\\d{4}-000001");
    assertThat(sale.text("/net")).isEqualTo("30.00");
    assertThat(sale.text("/tax")).isEqualTo("6.00");
    assertThat(sale.text("/total")).isEqualTo("36.00");
    assertThat(sale.text("/due")).isEqualTo("0.00");
    assertThat(sale.text("/items/0/sku")).isEqualTo("0042");
    assertThat(sale.header("Location")).endsWith("/api/v1/sales/" + sale.id());
    assertThat(shop.onHand(product)).isEqualTo("97");
    assertThat(shop.api().get("sales/" + sale.id()).json()).isEqualTo(sale.json());
  }

  @Test
  void everything_about_a_sale_is_written_together() {
    var shop = Shop.open();
    var product = shop.goods("1", "10", 100);
    var customer = shop.customer("C-1");
    var sale =
        sell(
            shop,
            """
            {"customerId": %d, "lines": [{"productId": %d, "quantity": 2}],
             "payments": [{"method": "CASH", "amount": 4}]}"""
                .formatted(customer, product));
    var sql = Sql.superuser();
    assertThat(
            sql.column(
                "select kind || ' ' || quantity::float || ' ' || balance::float"
                    + " from stock_movements where source_id = ?",
                sale.id()))
        .containsExactly("ISSUE -2 98");
    assertThat(
            sql.column(
                "select kind || ' ' || amount::float || ' ' || balance::float"
                    + " from customer_transactions where source_id = ? order by id",
                sale.id()))
        .containsExactly("SALE 24 24", "PAYMENT -4 20");
    assertThat(
            sql.column(
                "select method || ' ' || amount::float from payments where source_id = ?",
                sale.id()))
        .containsExactly("CASH 4");
    assertThat(
            sql.column(
                "select action || ' ' || user_id from system_logs where entity_id = ?", sale.id()))
        .containsExactly("sale.record " + shop.userId());
    assertThat(shop.api().get("customers/" + customer).text("/balance")).isEqualTo("20.00");
  }

  @Test
  void prices_that_include_tax_are_the_total() {
    var shop = Shop.open(Shop.Terms.USUAL.withTax());
    var product = shop.goods("1", "9.99", 100);
    var sale =
        sell(
            shop,
            """
            {"lines": [{"productId": %d, "quantity": 3}],
             "payments": [{"method": "CASH", "amount": 29.97}]}"""
                .formatted(product));
    assertThat(sale.text("/total")).isEqualTo("29.97");
    assertThat(sale.text("/tax")).isEqualTo("5.00");
    assertThat(sale.text("/net")).isEqualTo("24.97");
  }

  @Test
  void tax_is_computed_once_per_rate_on_the_sum() {
    var shop = Shop.open();
    var seven = shop.taxRate("VAT 7 %", "7");
    var book = shop.goods("book", "0.07", 1000, seven);
    var mug = shop.goods("mug", "0.02", 1000);
    var lines =
        IntStream.range(0, 10)
            .mapToObj(
                i -> "{\"productId\": %d, \"quantity\": 1}".formatted(i % 2 == 0 ? book : mug))
            .collect(Collectors.joining(","));
    var sale =
        sell(
            shop,
            "{\"lines\": [%s], \"payments\": [{\"method\": \"CASH\", \"amount\": 1}]}"
                .formatted(lines));
    // 0.35 at 7 % is 0.02, 0.10 at 20 % is 0.02; line by line it would be 0.00.
    assertThat(sale.text("/net")).isEqualTo("0.45");
    assertThat(sale.text("/tax")).isEqualTo("0.04");
    assertThat(sale.text("/taxes/0/percent")).isEqualTo("7");
    assertThat(sale.text("/taxes/1/tax")).isEqualTo("0.02");
    assertThat(shop.api().get("sales/" + sale.id()).json()).isEqualTo(sale.json());
  }

  @Test
  void discounts_apply_to_the_line_and_then_to_the_document() {
    var shop = Shop.open();
    var product = shop.goods("1", "10.00", 100);
    var sale =
        sell(
            shop,
            """
            {"lines": [{"productId": %1$d, "quantity": 2, "discountPercent": 10},
                       {"productId": %1$d, "quantity": 1, "discountAmount": 1.50}],
             "discountPercent": 10, "discountAmount": 1,
             "payments": [{"method": "CARD", "amount": 27.42}]}"""
                .formatted(product));
    assertThat(sale.text("/items/0/amount")).isEqualTo("18.00");
    assertThat(sale.text("/items/1/amount")).isEqualTo("8.50");
    assertThat(sale.text("/subtotal")).isEqualTo("26.50");
    assertThat(sale.text("/discount")).isEqualTo("3.65");
    assertThat(sale.text("/net")).isEqualTo("22.85");
    assertThat(sale.text("/total")).isEqualTo("27.42");
    assertThat(sale.text("/due")).isEqualTo("0.00");
  }

  @Test
  void a_sale_may_come_to_nothing() {
    var shop = Shop.open();
    var product = shop.goods("1", "0.01", 100);
    var sale =
        sell(
            shop,
            "{\"lines\": [{\"productId\": %d, \"quantity\": 1, \"discountPercent\": 100}]}"
                .formatted(product));
    assertThat(sale.text("/total")).isEqualTo("0.00");
    assertThat(shop.onHand(product)).isEqualTo("99");
  }

  @Test
  void a_walk_in_pays_in_full() {
    var shop = Shop.open();
    var product = shop.goods("1", "10", 100);
    var answer =
        shop.api()
            .post(
                "sales",
                """
                {"lines": [{"productId": %d, "quantity": 1}],
                 "payments": [{"method": "CASH", "amount": 11.99}]}"""
                    .formatted(product));
    refused(answer, "payments", "sales.walk-in-must-pay");
    assertThat(shop.count("sales")).isZero();
    assertThat(shop.onHand(product)).isEqualTo("100");
  }

  @Test
  void a_customer_may_pay_later() {
    var shop = Shop.open();
    var product = shop.goods("1", "10", 100);
    var customer = shop.customer("C");
    var sale =
        sell(
            shop,
            "{\"customerId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
                .formatted(customer, product));
    assertThat(sale.text("/due")).isEqualTo("12.00");
    assertThat(shop.api().get("sales?due=true").text("/total")).isEqualTo("1");
  }

  @Test
  void change_is_given_on_cash_only() {
    var shop = Shop.open();
    var product = shop.goods("1", "10", 100);
    var body =
        "{\"lines\": [{\"productId\": %d, \"quantity\": 1}],\"payments\": [{\"method\": \"%s\","
            + " \"amount\": 50}]}";
    var cash = sell(shop, body.formatted(product, "CASH"));
    assertThat(cash.text("/paid")).isEqualTo("12.00");
    assertThat(
            Sql.superuser()
                .column(
                    "select amount::float || ' of ' || tendered::float from payments"
                        + " where source_id = ?",
                    cash.id()))
        .containsExactly("12 of 50");
    refused(
        shop.api().post("sales", body.formatted(product, "CARD")),
        "payments[0].amount",
        "sales.overpaid");
  }

  @Test
  void stock_is_judged_on_the_sum_of_a_products_lines() {
    var shop = Shop.open();
    var product = shop.goods("1", "1", 3);
    var line = "{\"productId\": %d, \"quantity\": 1}".formatted(product);
    var four = String.join(",", line, line, line, line);
    var payment = ",\"payments\": [{\"method\": \"CASH\", \"amount\": 10}]}";
    refused(
        shop.api().post("sales", "{\"lines\": [" + four + "]" + payment),
        "lines[0].quantity",
        "inventory.stock-short");
    assertThat(shop.onHand(product)).isEqualTo("3");
    sell(shop, "{\"lines\": [" + String.join(",", line, line, line) + "]" + payment);
    assertThat(shop.onHand(product)).isEqualTo("0");
  }

  @Test
  void a_business_may_sell_below_zero_if_it_wants_to() {
    var shop = Shop.open(Shop.Terms.USUAL.belowZero());
    var product = shop.goods("1", "1", 0);
    sell(
        shop,
        """
        {"lines": [{"productId": %d, "quantity": 2.5}],
         "payments": [{"method": "CASH", "amount": 3}]}"""
            .formatted(product));
    assertThat(shop.onHand(product)).isEqualTo("-2.5");
  }

  @Test
  void the_smallest_unit_is_the_currencys() {
    var yen = Shop.open(Shop.Terms.USUAL.in("JPY"));
    var dinar = Shop.open(Shop.Terms.USUAL.in("KWD"));
    var body =
        "{\"lines\": [{\"productId\": %d, \"quantity\": 3}],"
            + "\"payments\": [{\"method\": \"CASH\", \"amount\": 1000}]}";
    assertThat(sell(yen, body.formatted(yen.goods("1", "33.4", 9))).text("/total"))
        .isEqualTo("120");
    assertThat(sell(dinar, body.formatted(dinar.goods("1", "0.3335", 9))).text("/total"))
        .isEqualTo("1.201");
  }

  @Test
  void a_sale_of_1500_lines_is_recorded_in_seconds() {
    var shop = Shop.open();
    var products = IntStream.range(0, 50).mapToObj(i -> shop.goods("P" + i, "1.11", 100)).toList();
    var lines =
        IntStream.range(0, 1500)
            .mapToObj(i -> "{\"productId\": %d, \"quantity\": 1}".formatted(products.get(i % 50)))
            .collect(Collectors.joining(","));
    var payment = "], \"payments\": [{\"method\": \"CASH\", \"amount\": 2000}]}";
    long start = System.nanoTime();
    var sale = sell(shop, "{\"lines\": [" + lines + payment);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Tradehall.tell("1,500 lines: " + millis + " ms");
    assertThat(millis).isLessThan(20_000);
    assertThat(sale.json().at("/items").size()).isEqualTo(1500);
    assertThat(sale.text("/net")).isEqualTo("1665.00");
    assertThat(shop.count("stock_movements")).isEqualTo(1500 + 50);
    assertThat(shop.onHand(products.get(7))).isEqualTo("70");
    refused(
        shop.api()
            .post(
                "sales",
                "{\"lines\": [" + lines + ", {\"productId\": 1, \"quantity\": 1}" + payment),
        "lines",
        "Size");
  }

  @Test
  void sales_are_listed_searched_and_paged() {
    var shop = Shop.open();
    var product = shop.goods("1", "1", 100);
    var customer = shop.customer("Zoe");
    for (int i = 0; i < 5; i++) {
      sell(
          shop,
          "{\"customerId\": %s, \"lines\": [{\"productId\": %d, \"quantity\": %d}],"
                  .formatted(i == 3 ? String.valueOf(customer) : "null", product, i + 1)
              + "\"payments\": [{\"method\": \"CASH\", \"amount\": 10}]}");
    }
    var api = shop.api();
    assertThat(api.get("sales?size=2&page=3&sort=total&order=asc").text("/items/0/total"))
        .isEqualTo("6.00");
    assertThat(api.get("sales?size=2").text("/total")).isEqualTo("5");
    assertThat(api.get("sales?q=zoe").text("/items/0/total")).isEqualTo("4.80");
    assertThat(api.get("sales?customerId=" + customer).text("/total")).isEqualTo("1");
    assertThat(api.get("sales?from=2000-01-01&to=2000-12-31").text("/total")).isEqualTo("0");
    assertThat(api.get("sales?q=%25").text("/total")).isEqualTo("0");
    refused(api.get("sales?sort=id;drop%20table"), "sort", "shared.unknown-sort");
    refused(api.get("sales?from=tomorrow"), "from", "shared.date");
    refused(api.get("sales?page=0"), "page", "shared.page");
    refused(api.get("sales?size=100000"), "size", "shared.page-size");
  }

  static Api.Answer sell(Shop shop, String json) {
    var answer = shop.api().post("sales", json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  static void refused(Api.Answer answer, String field, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(answer.text("/errors/0/message")).isNotBlank();
  }
}
