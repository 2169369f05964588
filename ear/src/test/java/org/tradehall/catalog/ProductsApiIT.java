package org.tradehall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;

/** Products over the API. */
class ProductsApiIT {

  private static final String MUG =
      """
      {"sku": "007", "name": "Stoneware mug", "barcode": "0012345678905", "kind": "GOODS",
       "price": 14.50, "cost": 6.9, "active": true, "openingStock": 12%s}""";

  private final Shop shop = Shop.open();
  private final Api api = shop.api();

  @Test
  void a_product_is_created_read_and_changed() {
    var created = api.post("products", MUG.formatted(""));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.text("/sku")).isEqualTo("007");
    assertThat(created.text("/barcode")).isEqualTo("0012345678905");
    assertThat(created.text("/taxPercent")).isEqualTo("20");
    assertThat(created.text("/onHand")).isEqualTo("12");
    assertThat(api.get("products/" + created.id()).json()).isEqualTo(created.json());

    var changed =
        api.put(
            "products/" + created.id(),
            """
            {"sku": "008", "name": "Mug", "kind": "GOODS", "price": 15, "active": false,
             "version": %s}"""
                .formatted(created.text("/version")));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.text("/sku")).isEqualTo("008");
    assertThat(changed.text("/price")).startsWith("15");
    assertThat(changed.text("/onHand")).isEqualTo("12");
    assertThat(changed.json().has("barcode")).isFalse();
    assertThat(api.get("products?active=true").text("/total")).isEqualTo("0");
    assertThat(api.get("products?active=false").text("/total")).isEqualTo("1");
  }

  @Test
  void a_change_of_what_somebody_else_has_changed_is_refused() {
    var created = api.post("products", MUG.formatted(""));
    var change = MUG.formatted(", \"version\": " + created.text("/version"));
    assertThat(api.put("products/" + created.id(), change.replace("mug", "cup")).status())
        .isEqualTo(200);
    assertThat(api.put("products/" + created.id(), change.replace("mug", "jug")).status())
        .isEqualTo(409);
    assertThat(api.get("products/" + created.id()).text("/name")).isEqualTo("Stoneware cup");
  }

  @Test
  void an_sku_is_given_once_in_a_business_and_again_in_another() {
    var created =
        AtOnce.run(
            10, i -> api.post("products", MUG.formatted("").replace("0012345678905", "" + i)));
    assertThat(created).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(created)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(422);
              assertThat(answer.text("/errors/0/field")).isEqualTo("sku");
            });
    assertThat(Shop.open().api().post("products", MUG.formatted("")).status()).isEqualTo(201);
  }

  @Test
  void ids_of_another_business_do_not_exist() {
    var theirs = Shop.open();
    var product = theirs.goods("1", "1", 1);
    var customer = theirs.customer("C");
    var sale =
        theirs
            .api()
            .post(
                "sales",
                "{\"customerId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
                    .formatted(customer, product));
    var mine = shop.goods("1", "1", 10);
    assertThat(api.get("products/" + product).status()).isEqualTo(404);
    assertThat(api.put("products/" + product, MUG.formatted("")).status()).isEqualTo(404);
    assertThat(api.get("customers/" + customer).status()).isEqualTo(404);
    assertThat(api.get("sales/" + sale.id()).status()).isEqualTo(404);
    assertThat(api.get("sales?customerId=" + customer).text("/total")).isEqualTo("0");
    var line = "\"lines\": [{\"productId\": %d, \"quantity\": 1}]";
    for (var body :
        new String[] {
          "{" + line.formatted(product) + "}",
          "{\"customerId\": " + customer + ", " + line.formatted(mine) + "}",
          "{\"branchId\": " + theirs.branchId() + ", " + line.formatted(mine) + "}",
        }) {
      assertThat(api.post("sales", body).status()).as(body).isEqualTo(422);
    }
    var taxed = MUG.formatted(", \"taxRateId\": " + theirs.taxRateId());
    assertThat(api.post("products", taxed).text("/errors/0/field")).isEqualTo("taxRateId");
    assertThat(shop.count("sales")).isZero();
  }

  @Test
  void products_are_searched_sorted_and_paged() {
    for (int i = 0; i < 7; i++) {
      shop.goods("%03d".formatted(i), String.valueOf(10 - i), 0);
    }
    assertThat(api.get("products?sort=sku&size=3&page=3").text("/items/0/sku")).isEqualTo("006");
    assertThat(api.get("products?sort=price&order=asc&size=1").text("/items/0/sku"))
        .isEqualTo("006");
    assertThat(api.get("products?sort=sku&order=desc&size=1").text("/items/0/sku"))
        .isEqualTo("006");
    assertThat(api.get("products?q=00").text("/total")).isEqualTo("7");
    assertThat(api.get("products?q=_").text("/total")).isEqualTo("0");
    assertThat(api.get("products?q=003").text("/items/0/sku")).isEqualTo("003");
  }

  @Test
  void customers_are_created_changed_and_found() {
    var created =
        api.post(
            "customers",
            "{\"code\": \"0001\", \"name\": \"Ärmel & Söhne\", \"email\": \"a@example.org\"}");
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(api.get("customers?q=%C3%A4rmel").text("/items/0/code")).isEqualTo("0001");
    var changed =
        api.put(
            "customers/" + created.id(),
            "{\"code\": \"0001\", \"name\": \"Aermel\", \"version\": %s}"
                .formatted(created.text("/version")));
    assertThat(changed.text("/name")).isEqualTo("Aermel");
    assertThat(api.post("customers", "{\"code\": \"0001\", \"name\": \"x\"}").status())
        .isEqualTo(422);
    assertThat(
            api.post("customers", "{\"code\": \"2\", \"name\": \"x\", \"email\": \"no\"}")
                .text("/errors/0/field"))
        .isEqualTo("email");
  }
}
