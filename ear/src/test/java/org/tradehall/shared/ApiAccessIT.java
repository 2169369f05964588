package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Who gets in by the API, and who does not. */
class ApiAccessIT {

  private final Shop shop = Shop.open();

  @Test
  void health_needs_no_key() {
    var answer = new Api(Tradehall.server().url(), null).get("health");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("UP");
  }

  @Test
  void without_a_key_nothing_is_told() {
    var answer = new Api(Tradehall.server().url(), null).get("products");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void a_wrong_or_malformed_key_is_refused() {
    var other = Shop.open();
    var borrowed = shop.key().replace("th_" + shop.businessId(), "th_" + other.businessId());
    for (var key :
        new String[] {borrowed, shop.key() + "x", "th_1_", "th_999999999999999999_x", "'"}) {
      assertThat(new Api(Tradehall.server().url(), key).get("products").status())
          .as(key)
          .isEqualTo(401);
    }
  }

  @Test
  void a_key_works_until_it_is_revoked() {
    assertThat(shop.api().get("products").status()).isEqualTo(200);
    Sql.superuser()
        .run("update api_keys set revoked_at = now() where business_id = ?", shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(401);
  }

  @Test
  void a_key_ends_with_its_holders_membership() {
    Sql.superuser().run("delete from memberships where business_id = ?", shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(401);
  }

  @Test
  void a_deactivated_holders_key_is_refused() {
    Sql.superuser().run("update users set active = false where id = ?", shop.userId());
    assertThat(shop.api().get("products").status()).isBetween(401, 403);
  }

  @Test
  void the_role_limits_the_key() {
    Sql.superuser()
        .run("update memberships set role = 'CASHIER' where business_id = ?", shop.businessId());
    var answer =
        shop.api()
            .post(
                "products",
                "{\"sku\": \"1\", \"name\": \"x\", \"kind\": \"GOODS\", \"price\": 1,"
                    + " \"active\": true}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(shop.api().get("products").status()).isEqualTo(200);
  }

  private static final String PRODUCT =
      "{\"sku\": \"1\", \"name\": \"x\", \"kind\": \"GOODS\", \"price\": 1, \"active\": true}";

  @Test
  void a_key_does_no_more_than_it_was_made_for() {
    Sql.superuser()
        .run(
            "update api_keys set permissions = 'customer.view product.view' where business_id = ?",
            shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(200);
    assertThat(shop.api().get("sales").status()).isEqualTo(403);
    assertThat(shop.api().post("products", PRODUCT).status()).isEqualTo(403);
  }

  @Test
  void a_key_for_all_does_no_more_than_its_holder_may_now() {
    Sql.superuser()
        .run(
            "update api_keys set permissions = 'product.view product.edit' where business_id = ?",
            shop.businessId());
    Sql.superuser()
        .run("update memberships set role = 'VIEWER' where business_id = ?", shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(200);
    assertThat(shop.api().post("products", PRODUCT).status()).isEqualTo(403);
  }

  @Test
  void a_key_ends_by_itself() {
    Sql.superuser()
        .run(
            "update api_keys set expires_at = now() + interval '1 day' where business_id = ?",
            shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(200);
    Sql.superuser()
        .run(
            "update api_keys set expires_at = now() - interval '1 second' where business_id = ?",
            shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(401);
  }

  @Test
  void a_program_gets_no_session() {
    assertThat(shop.api().get("products").headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void an_unknown_path_is_a_404_problem() {
    assertThat(shop.api().get("no-such-thing").status()).isEqualTo(404);
  }
}
