package org.tradehall.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** Many tills at the same moment. */
class SalesAtOnceIT {

  private final Shop shop = Shop.open();

  @Test
  void fifty_clients_sell_the_last_ten_pieces() {
    var product = shop.goods("last", "10", 10);
    var body =
        """
        {"lines": [{"productId": %d, "quantity": 1}],
         "payments": [{"method": "CASH", "amount": 12}]}"""
            .formatted(product);
    var answers = AtOnce.run(50, i -> shop.api().post("sales", body));

    var sold = answers.stream().filter(answer -> answer.status() == 201).toList();
    var refused = answers.stream().filter(answer -> answer.status() == 422).toList();
    assertThat(sold).hasSize(10);
    assertThat(refused)
        .hasSize(40)
        .allSatisfy(
            answer -> assertThat(answer.text("/errors/0/code")).isEqualTo("inventory.stock-short"));
    assertThat(shop.onHand(product)).isEqualTo("0");
    assertThat(sold.stream().map(answer -> answer.text("/number").substring(9)).sorted())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 10).mapToObj("%06d"::formatted).toList());
    assertThat(shop.count("sales")).isEqualTo(10);
    assertThat(shop.count("payments")).isEqualTo(10);
    Books.balance(shop);
  }

  @Test
  void numbers_have_no_gap_and_no_till_is_sent_away() {
    var products = LongStream.range(0, 5).mapToObj(i -> shop.goods("P" + i, "1", 1000)).toList();
    var customer = shop.customer("C");
    var answers =
        AtOnce.run(
            50,
            i -> {
              // Every till takes the goods in another order, half of them on one account.
              var lines =
                  LongStream.range(0, 5)
                      .mapToObj(
                          n ->
                              "{\"productId\": %d, \"quantity\": 1}"
                                  .formatted(products.get((int) ((n * (i % 4 + 1) + i) % 5))))
                      .collect(Collectors.joining(","));
              return shop.api()
                  .post(
                      "sales",
                      "{\"customerId\": %s, \"lines\": [%s], \"payments\": [{\"method\": \"CASH\","
                              .formatted(i % 2 == 0 ? String.valueOf(customer) : "null", lines)
                          + "\"amount\": 6}]}");
            });
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(answer -> answer.text("/number").substring(9)).sorted())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 50).mapToObj("%06d"::formatted).toList());
    Books.balance(shop);
  }

  @Test
  void a_refused_sale_gives_its_number_back() {
    var product = shop.goods("1", "1", 1);
    var body =
        "{\"lines\": [{\"productId\": %d, \"quantity\": %d}],"
            + "\"payments\": [{\"method\": \"CASH\", \"amount\": 10}]}";
    assertThat(shop.api().post("sales", body.formatted(product, 2)).status()).isEqualTo(422);
    assertThat(shop.api().post("sales", body.formatted(product, 1)).text("/number"))
        .endsWith("-000001");
  }

  @Test
  void the_same_key_at_the_same_moment_makes_one_sale() {
    var product = shop.goods("1", "10", 100);
    var body =
        """
        {"lines": [{"productId": %d, "quantity": 1}],
         "payments": [{"method": "CASH", "amount": 12}]}"""
            .formatted(product);
    var answers = AtOnce.run(20, i -> shop.api().post("sales", body, "Idempotency-Key", "order-1"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(Api.Answer::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.header("Location")).distinct()).hasSize(1);
    assertThat(shop.count("sales")).isOne();
    assertThat(shop.onHand(product)).isEqualTo("99");
  }

  @Test
  void a_key_belongs_to_one_request_of_one_business() {
    var product = shop.goods("1", "10", 100);
    var body =
        "{\"lines\": [{\"productId\": %d, \"quantity\": %d}],"
            + "\"payments\": [{\"method\": \"CASH\", \"amount\": 50}]}";
    var first = shop.api().post("sales", body.formatted(product, 1), "Idempotency-Key", "k");
    assertThat(first.status()).isEqualTo(201);
    var other = shop.api().post("sales", body.formatted(product, 2), "Idempotency-Key", "k");
    assertThat(other.status()).as(other.toString()).isEqualTo(409);
    var elsewhere =
        shop.api().post("customers", "{\"code\": \"1\", \"name\": \"x\"}", "Idempotency-Key", "k");
    assertThat(elsewhere.status()).isEqualTo(409);

    var neighbour = Shop.open();
    var theirs = neighbour.goods("1", "10", 100);
    assertThat(
            neighbour
                .api()
                .post("sales", body.formatted(theirs, 1), "Idempotency-Key", "k")
                .status())
        .isEqualTo(201);
    assertThat(shop.count("sales")).isOne();
  }

  @Test
  void a_key_whose_request_was_refused_may_be_used_again() {
    var product = shop.goods("1", "10", 0);
    var body =
        """
        {"lines": [{"productId": %d, "quantity": 1}],
         "payments": [{"method": "CASH", "amount": 12}]}"""
            .formatted(product);
    assertThat(shop.api().post("sales", body, "Idempotency-Key", "k").status()).isEqualTo(422);
    Sql.superuser()
        .run("update businesses set allow_negative_stock = true where id = ?", shop.businessId());
    assertThat(shop.api().post("sales", body, "Idempotency-Key", "k").status()).isEqualTo(201);
  }

  @Test
  void a_repeated_answer_is_the_first_to_the_letter() {
    var product = shop.goods("1", "10", 100);
    var body =
        """
        {"lines": [{"productId": %d, "quantity": 1}],
         "payments": [{"method": "CASH", "amount": 12}]}"""
            .formatted(product);
    var first = shop.api().post("sales", body, "Idempotency-Key", "k");
    var second = shop.api().post("sales", body.replace(" ", ""), "Idempotency-Key", "k");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
  }
}
