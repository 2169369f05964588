package org.tradehall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** What the system log tells of a deed. */
class SystemLogIT {

  private final Shop shop = Shop.open();

  @Test
  void a_deed_tells_who_by_what_way_from_where_and_in_which_request() {
    var id = shop.goods("1", "2.00", 0);
    var row = only(rows("product.create", id));
    assertThat(row)
        .containsEntry("user_id", shop.userId())
        .containsEntry("on_behalf_of", null)
        .containsEntry("channel", "API_KEY")
        .containsEntry("place", "/api/v1/products")
        .containsEntry("entity", "Product");
    assertThat(String.valueOf(row.get("address"))).matches("127\\.0\\.0\\.1|.*:1");
    assertThat(row.get("facts_before")).isEqualTo("{}");
    assertThat(String.valueOf(row.get("facts_after"))).contains("\"sku\":\"1\"");
  }

  @Test
  void the_request_is_the_one_that_the_caller_was_told() {
    var answer = shop.api().post("customers", "{\"code\": \"C\", \"name\": \"Ann\"}");
    assertThat(only(rows("customer.create", answer.id())).get("request"))
        .isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void an_edit_tells_the_changed_facts_only() {
    var id = shop.goods("1", "2.00", 0);
    var changed =
        shop.api()
            .put(
                "products/" + id,
                """
                {"sku": "1", "name": "1", "kind": "GOODS", "price": 3, "active": true,
                 "taxRateId": %d}"""
                    .formatted(shop.taxRateId()));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    var row = only(rows("product.update", id));
    assertThat(row)
        .containsEntry("facts_before", "{\"price\":\"2.0000\"}")
        .containsEntry("facts_after", "{\"price\":\"3.0000\"}");
  }

  @Test
  void neither_personal_data_nor_secrets_are_in_it() {
    var made =
        shop.api()
            .post(
                "customers",
                """
                {"code": "C", "name": "Zebedee Quill", "email": "zebedee@example.org",
                 "phone": "+49 30 555"}""");
    shop.api()
        .put(
            "customers/" + made.id(),
            """
            {"code": "C", "name": "Zebedee Quillon", "email": "quillon@example.org"}""");
    var secret = shop.newKey();
    assertThat(new Api(Tradehall.server().url(), secret).get("products"))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(rows("customer.update", made.id())).hasSize(1);
    var all =
        Sql.superuser()
            .column(
                "select l::text from system_logs l union all select l::text from platform_logs l");
    assertThat(String.join("\n", all))
        .doesNotContain("Zebedee", "quillon@", "+49 30 555", secret, shop.key(), Shop.PASSWORD);
  }

  private List<Map<String, Object>> rows(String action, long entity) {
    return Sql.superuser()
        .rows(
            "select * from system_logs where business_id = ? and action = ? and entity_id = ?",
            shop.businessId(),
            action,
            entity);
  }

  private static Map<String, Object> only(List<Map<String, Object>> rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
