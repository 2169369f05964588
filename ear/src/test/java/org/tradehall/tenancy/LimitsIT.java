package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** How far the rights of a role reach, as programs of its members find. */
class LimitsIT {

  private static final String TILL = "sale.record sale.view product.view customer.view report.view";

  private final Shop shop = Shop.open();
  private long mug;

  @BeforeEach
  void goods() {
    mug = shop.goods("mug", "10", 100);
  }

  @Test
  void a_discount_beyond_the_roles_is_refused_however_it_is_given() {
    var till = shop.employ(shop.role(TILL, "10", false, false)).api();
    assertThat(sell(till, "\"discountPercent\": 10,", "").status()).isEqualTo(201);
    assertThat(sell(till, "", ", \"discountPercent\": 10").status()).isEqualTo(201);
    for (var answer :
        new Api.Answer[] {
          sell(till, "\"discountPercent\": 10.5,", ""),
          sell(till, "\"discountAmount\": 1.01,", ""),
          sell(till, "", ", \"discountPercent\": 11"),
          sell(till, "", ", \"unitPrice\": 8.99"),
          sell(till, "\"discountPercent\": 6,", ", \"discountPercent\": 6")
        }) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
      assertThat(answer.text("/errors/0/field")).isEqualTo("discountPercent");
    }
    assertThat(shop.count("sales")).isEqualTo(2);
    assertThat(sell(shop.api(), "\"discountPercent\": 50,", "").status()).isEqualTo(201);
  }

  @Test
  void whoever_sees_his_own_documents_finds_nobody_elses() {
    var role = shop.role(TILL, null, false, true);
    var ann = shop.employ(role).api();
    var ben = shop.employ(role).api();
    var anns = sell(ann, "", "").id();
    var bens = sell(ben, "", "").id();

    assertThat(ann.get("sales").text("/total")).isEqualTo("1");
    assertThat(ann.get("sales/" + anns).status()).isEqualTo(200);
    assertThat(ann.get("sales/" + bens).status()).isEqualTo(404);
    assertThat(ben.get("sales/" + anns).status()).isEqualTo(404);
    assertThat(shop.api().get("sales").text("/total")).isEqualTo("2");
  }

  @Test
  void whoever_sees_his_own_branches_finds_no_other_branches_documents_and_stock() {
    var north = shop.branch("N");
    var role = shop.role(TILL + " stock.adjust", null, true, false);
    var here = sell(shop.api(), "", "").id();
    var there = shop.employ(role, north).api();

    var refused = sell(there, "\"branchId\": " + shop.branchId() + ",", "");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo("branchId");
    assertThat(there.get("sales").text("/total")).isEqualTo("0");
    assertThat(there.get("sales/" + here).status()).isEqualTo(404);
    assertThat(there.get("products/" + mug).text("/onHand")).isEqualTo("0");
    assertThat(shop.onHand(mug)).isEqualTo("99");
  }

  @Test
  void whoever_sees_one_branch_and_works_in_all_sees_the_one_where_he_is() {
    shop.branch("N");
    sell(shop.api(), "", "");
    var roaming = shop.employ(shop.role(TILL, null, true, false)).api();
    assertThat(roaming.get("sales").text("/total")).isEqualTo("1");
    Sql.superuser().run("update branches set code = 'Z' where id = ?", shop.branchId());
    assertThat(roaming.get("sales").text("/total")).isEqualTo("0");
  }

  @Test
  void an_expense_beyond_the_roles_limit_waits_for_somebody_who_may_approve_more() {
    var limited = shop.employ(shop.spendingRole("100")).api();
    assertThat(spend(limited, "100").text("/status")).isEqualTo("APPROVED");
    var large = spend(limited, "100.01");
    assertThat(large.text("/status")).isEqualTo("WAITING");
    for (var decision : new String[] {"approve", "reject"}) {
      var refused = limited.post("expenses/" + large.id() + "/" + decision, "{\"reason\": \"x\"}");
      assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
      assertThat(refused.text("/detail")).contains("at most 100.00");
    }
    var wider = shop.employ(shop.spendingRole("100.01")).api();
    assertThat(wider.post("expenses/" + large.id() + "/approve", "{}").status()).isEqualTo(200);
    var refused = limited.post("expenses/" + large.id() + "/cancel", "{\"reason\": \"x\"}");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(limited.get("expenses/" + large.id()).text("/status")).isEqualTo("APPROVED");
  }

  @Test
  void whoever_sees_his_own_documents_or_branches_finds_no_others_expenses() {
    var role = "expense.view expense.record expense.approve";
    var ann = shop.employ(shop.role(role, null, false, true)).api();
    var north = shop.branch("N");
    var there = shop.employ(shop.role(role, null, true, false), north).api();
    var owners = spend(shop.api(), "10").id();
    var anns = spend(ann, "10").id();

    assertThat(ann.get("expenses").text("/total")).isEqualTo("1");
    assertThat(ann.get("expenses/" + anns).status()).isEqualTo(200);
    assertThat(ann.get("expenses/" + owners).status()).isEqualTo(404);
    assertThat(there.get("expenses").text("/total")).isEqualTo("0");
    for (var hidden : new Api[] {ann, there}) {
      var answer = hidden.post("expenses/" + owners + "/cancel", "{\"reason\": \"x\"}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }
    assertThat(shop.api().get("expenses").text("/total")).isEqualTo("2");
  }

  private static Api.Answer spend(Api api, String amount) {
    var answer =
        api.post(
            "expenses",
            "{\"category\": \"RENT\", \"payee\": \"Landlord\", \"amount\": %s, \"method\": \"CASH\"}"
                .formatted(amount));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  @Test
  void rows_of_a_document_follow_it_in_the_database_itself() throws SQLException {
    var sale = sell(shop.api(), "", "").id();
    try (var connection = Sql.app().connect()) {
      connection.setAutoCommit(false);
      Sql.run(
          connection,
          "select set_config('app.business_id', ?, true)",
          String.valueOf(shop.businessId()));
      assertThat(items(connection, sale)).isEqualTo(1);
      Sql.run(connection, "select set_config('app.own_documents_of', '1', true)");
      assertThat(items(connection, sale)).isZero();
      Sql.run(connection, "select set_config('app.own_documents_of', '', true)");
      Sql.run(connection, "select set_config('app.branches', '{1}', true)");
      assertThat(items(connection, sale)).isZero();
      assertThat(Sql.rows(connection, "select from payments")).isEmpty();
      assertThat(Sql.rows(connection, "select from stock_movements")).isEmpty();
    }
  }

  private static int items(java.sql.Connection connection, long sale) throws SQLException {
    return Sql.rows(connection, "select from sale_items where sale_id = ?", sale).size();
  }

  @Test
  void a_change_of_the_role_counts_from_the_next_request() {
    var role = shop.role(TILL, null, false, false);
    var till = shop.employ(role).api();
    assertThat(till.get("sales").status()).isEqualTo(200);
    Sql.superuser().run("update roles set permissions = 'product.view' where id = ?", role);
    assertThat(till.get("sales").status()).isEqualTo(403);
    assertThat(till.get("products").status()).isEqualTo(200);
  }

  @Test
  void what_goods_cost_is_told_to_those_who_may_know() {
    Sql.superuser().run("update products set cost = 4 where id = ?", mug);
    var cashier = shop.employ("CASHIER").api();
    assertThat(cashier.get("products/" + mug).text("/cost")).isEmpty();
    assertThat(cashier.get("products").body()).contains("mug").doesNotContain("4.00");
    assertThat(shop.employ("STOCK_KEEPER").api().get("products/" + mug).text("/cost"))
        .isEqualTo("4.00");

    var editor = shop.employ(shop.role("product.view product.edit", null, false, false)).api();
    var saved =
        editor.put(
            "products/" + mug,
            "{\"sku\": \"mug\", \"name\": \"Mug\", \"kind\": \"GOODS\", \"price\": 11,"
                + " \"active\": true}");
    assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    assertThat(shop.api().get("products/" + mug).text("/cost")).isEqualTo("4.00");
    assertThat(shop.api().get("products/" + mug).text("/price")).isEqualTo("11.00");
  }

  @Test
  void a_suspended_business_can_be_looked_at_only() {
    Sql.superuser()
        .run("update businesses set status = 'SUSPENDED' where id = ?", shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(200);
    var refused = sell(shop.api(), "", "");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.text("/detail")).contains("suspended");
    assertThat(shop.count("sales")).isZero();
  }

  @Test
  void a_closed_business_lets_nobody_in() {
    Sql.superuser().run("update businesses set status = 'CLOSED' where id = ?", shop.businessId());
    assertThat(shop.api().get("products").status()).isEqualTo(403);
  }

  private Api.Answer sell(Api till, String document, String line) {
    return till.post(
        "sales",
        "{%s \"lines\": [{\"productId\": %d, \"quantity\": 1%s}], \"payments\": [{\"method\": \"CASH\", \"amount\": 20}]}"
            .formatted(document, mug, line));
  }
}
