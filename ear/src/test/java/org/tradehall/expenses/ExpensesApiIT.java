package org.tradehall.expenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** Recording expenses over the API and deciding on them. */
class ExpensesApiIT {

  private static final String BECAUSE = "{\"reason\": \"too dear\"}";

  private final Shop shop = Shop.open();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

  @Test
  void an_expense_is_numbered_taxed_and_approved_at_once_by_who_may_approve_it() {
    var expense =
        spend(
            shop.api(),
            "120",
            ", \"taxRateId\": %d, \"reference\": \"B-7\"".formatted(shop.taxRateId()));
    assertThat(expense.text("/number")).matches("E01-\\d{4}-000001");
    assertThat(expense.text("/businessDate")).isEqualTo(today.toString());
    assertThat(expense.text("/amount")).isEqualTo("120.00");
    assertThat(expense.text("/taxPercent")).isEqualTo("20");
    assertThat(expense.text("/tax")).isEqualTo("20.00");
    assertThat(expense.text("/reference")).isEqualTo("B-7");
    assertThat(expense.text("/status")).isEqualTo("APPROVED");
    assertThat(expense.text("/decidedBy")).isEqualTo("Olga Owner");
    assertThat(expense.header("Location")).endsWith("/api/v1/expenses/" + expense.id());
    assertThat(shop.api().get("expenses/" + expense.id()).json()).isEqualTo(expense.json());
    assertThat(deeds(expense.id())).containsExactly("expense.record " + shop.userId());
  }

  @Test
  void who_may_not_approve_records_what_somebody_else_decides_on() {
    var clerk = shop.employ(shop.role("expense.record expense.view", null, false, false));
    var expense = spend(clerk.api(), "0.01", "");
    assertThat(expense.text("/status")).isEqualTo("WAITING");
    assertThat(expense.json().has("decidedBy")).isFalse();
    var approval = "expenses/" + expense.id() + "/approve";
    assertThat(clerk.api().post(approval, "{}").status()).isEqualTo(403);

    var approved = shop.api().post(approval, "{\"version\": 1, \"reason\": \"as agreed\"}");
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    assertThat(approved.text("/status")).isEqualTo("APPROVED");
    assertThat(approved.text("/reason")).isEqualTo("as agreed");
    assertThat(deeds(expense.id()))
        .containsExactly("expense.record " + clerk.userId(), "expense.approve " + shop.userId());
  }

  @Test
  void a_key_that_was_not_made_for_approving_leaves_it_waiting() {
    Sql.superuser()
        .run(
            "update api_keys set permissions = 'expense.record expense.view' where business_id = ?",
            shop.businessId());
    var expense = spend(shop.api(), "1", "");
    assertThat(expense.text("/status")).isEqualTo("WAITING");
    var answer = shop.api().post("expenses/" + expense.id() + "/approve", "{}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
  }

  @Test
  void rejecting_and_cancelling_take_a_reason() {
    var waiting = waiting();
    for (var none : List.of("{}", "{\"reason\": \"  \"}")) {
      var answer = shop.api().post("expenses/" + waiting + "/reject", none);
      refused(answer, "reason", "expenses.reason-needed");
    }
    var rejected = shop.api().post("expenses/" + waiting + "/reject", BECAUSE);
    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/reason")).isEqualTo("too dear");

    var approved = spend(shop.api(), "5", "").id();
    refused(
        shop.api().post("expenses/" + approved + "/cancel", "{}"),
        "reason",
        "expenses.reason-needed");
    var cancelled = shop.api().post("expenses/" + approved + "/cancel", BECAUSE);
    assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
    assertThat(deeds(approved)).last().isEqualTo("expense.cancel " + shop.userId());
  }

  @Test
  void what_waits_is_withdrawn_by_who_recorded_it_and_nobody_else() {
    var role = shop.spendingRole("10");
    var ann = shop.employ(role).api();
    var ben = shop.employ(role).api();
    var expense = spend(ann, "11", "").id();
    for (var other : List.of(ben, shop.api())) {
      var answer = other.post("expenses/" + expense + "/withdraw", "{}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
      assertThat(answer.text("/detail")).contains("withdraw");
    }
    var withdrawn = ann.post("expenses/" + expense + "/withdraw", "{}");
    assertThat(withdrawn.text("/status")).isEqualTo("CANCELLED");
  }

  @Test
  void what_is_decided_is_not_decided_again() {
    var waiting = waiting();
    var answer = shop.api().post("expenses/" + waiting + "/cancel", BECAUSE);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    var stale = shop.api().post("expenses/" + waiting + "/approve", "{\"version\": 7}");
    assertThat(stale.status()).as(stale.toString()).isEqualTo(409);
    assertThat(shop.api().post("expenses/" + waiting + "/approve", "{}").status()).isEqualTo(200);
    for (var decision : List.of("approve", "reject")) {
      var again = shop.api().post("expenses/" + waiting + "/" + decision, BECAUSE);
      assertThat(again.status()).as(again.toString()).isEqualTo(409);
      assertThat(again.text("/detail")).contains("Somebody else has changed this");
    }
    assertThat(deeds(waiting)).hasSize(2);
  }

  @Test
  void of_several_who_decide_at_once_one_wins() {
    var manager = shop.employ("MANAGER").api();
    for (int round = 0; round < 5; round++) {
      var waiting = waiting();
      var statuses =
          AtOnce.run(
              4,
              i -> {
                var decision = i % 2 == 0 ? "approve" : "reject";
                var decider = i < 2 ? manager : shop.api();
                return decider.post("expenses/" + waiting + "/" + decision, BECAUSE).status();
              });
      assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
      assertThat(deeds(waiting)).hasSize(2);
    }
  }

  @Test
  void numbers_have_no_gaps_however_many_record_and_fail_at_once() {
    var answers =
        AtOnce.run(
            8,
            thread ->
                IntStream.range(0, 5)
                    .mapToObj(i -> post(shop.api(), i == 2 ? "0.001" : "1", "").status())
                    .toList());
    assertThat(answers).allMatch(each -> each.equals(List.of(201, 201, 422, 201, 201)));
    var numbers =
        Sql.superuser()
            .column(
                "select substring(number from '\\d+$')::int from expenses where business_id = ?"
                    + " order by number",
                shop.businessId());
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 32).mapToObj(String::valueOf).toList());
  }

  @Test
  void the_same_key_records_once() {
    var body = body("7", "");
    var first = shop.api().post("expenses", body, "Idempotency-Key", "a");
    var second = shop.api().post("expenses", body, "Idempotency-Key", "a");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(shop.count("expenses")).isOne();
    var other = shop.api().post("expenses", body("8", ""), "Idempotency-Key", "a");
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void a_bill_may_come_late_and_not_early() {
    var year = today.getYear() - 1;
    var late = spend(shop.api(), "1", ", \"date\": \"%d-12-31\"".formatted(year));
    assertThat(late.text("/number")).isEqualTo("E01-" + year + "-000001");
    for (var wrong : List.of(today.plusDays(1), today.minusYears(10).minusDays(1))) {
      refused(
          post(shop.api(), "1", ", \"date\": \"%s\"".formatted(wrong)), "date", "expenses.date");
    }
    for (var none : List.of("\"tomorrow\"", "20261123", "\"2026-02-30\"", "\"2026-11-23T10:00\"")) {
      var answer = post(shop.api(), "1", ", \"date\": " + none);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.text("/errors/0/field")).isEqualTo("date");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"amount\": 0               | amount    | Positive",
        "\"amount\": -1              | amount    | Positive",
        "\"amount\": 1.001           | amount    | expenses.decimals",
        "\"amount\": 1e13            | amount    | Digits",
        "\"amount\": null            | amount    | NotNull",
        "\"category\": null          | category  | NotNull",
        "\"method\": null            | method    | NotNull",
        "\"payee\": \" \"            | payee     | NotBlank",
        "\"branchId\": 999999999999  | branchId  | expenses.unknown-branch",
        "\"taxRateId\": 999999999999 | taxRateId | catalog.no-such-tax-rate",
      })
  void an_expense_is_refused_at_its_field(String fault, String field, String code) {
    // The latter of two members of the same name counts.
    refused(post(shop.api(), "1", ", " + fault), field, code);
    assertThat(shop.count("expenses")).isZero();
    assertThat(shop.count("number_series")).isZero();
  }

  @Test
  void yen_have_no_decimals() {
    var tokyo = Shop.open(Shop.Terms.USUAL.in("JPY"));
    refused(post(tokyo.api(), "100.5", ""), "amount", "expenses.decimals");
    var expense = spend(tokyo.api(), "1000", ", \"taxRateId\": " + tokyo.taxRateId());
    assertThat(expense.text("/tax")).isEqualTo("167");
  }

  @Test
  void expenses_are_listed_filtered_and_paged() {
    var api = shop.api();
    for (var amount : List.of("1", "2", "3")) {
      spend(api, amount, ", \"date\": \"%s\"".formatted(today.minusDays(3)));
    }
    spend(api, "9", ", \"payee\": \"Zoe 100%\", \"category\": \"REPAIRS\"");
    var waiting = waiting();
    assertThat(api.get("expenses?size=2&page=2&sort=amount&order=asc").text("/items/0/amount"))
        .isEqualTo("3.00");
    assertThat(api.get("expenses").text("/total")).isEqualTo("5");
    assertThat(api.get("expenses?q=zoe").text("/items/0/amount")).isEqualTo("9.00");
    assertThat(api.get("expenses?q=100%25").text("/total")).isEqualTo("1");
    assertThat(api.get("expenses?q=e01-").text("/total")).isEqualTo("5");
    assertThat(api.get("expenses?category=REPAIRS").text("/total")).isEqualTo("1");
    assertThat(api.get("expenses?status=WAITING").text("/items/0/id"))
        .isEqualTo(String.valueOf(waiting));
    assertThat(api.get("expenses?branchId=" + shop.branchId()).text("/total")).isEqualTo("5");
    assertThat(api.get("expenses?branchId=1").text("/total")).isEqualTo("0");
    assertThat(api.get("expenses?to=" + today.minusDays(1)).text("/total")).isEqualTo("3");
    assertThat(api.get("expenses?from=" + today).text("/total")).isEqualTo("2");
    refused(api.get("expenses?status=GONE"), "status", "shared.choice");
    refused(api.get("expenses?category=x"), "category", "shared.choice");
    refused(api.get("expenses?from=x"), "from", "shared.date");
    refused(api.get("expenses?sort=payee"), "sort", "shared.unknown-sort");
  }

  @Test
  void expenses_of_another_business_do_not_exist() {
    var theirs = spend(Shop.open().api(), "1", "").id();
    assertThat(shop.api().get("expenses/" + theirs).status()).isEqualTo(404);
    for (var decision : List.of("approve", "reject", "cancel", "withdraw")) {
      var answer = shop.api().post("expenses/" + theirs + "/" + decision, BECAUSE);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    }
  }

  @Test
  void in_a_suspended_business_nothing_is_recorded_or_decided() {
    var waiting = waiting();
    Sql.superuser()
        .run("update businesses set status = 'SUSPENDED' where id = ?", shop.businessId());
    assertThat(shop.api().get("expenses/" + waiting).status()).isEqualTo(200);
    for (var answer :
        List.of(
            post(shop.api(), "1", ""),
            shop.api().post("expenses/" + waiting + "/approve", "{}"),
            shop.api().post("expenses/" + waiting + "/withdraw", "{}"))) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
      assertThat(answer.text("/detail")).contains("suspended");
    }
  }

  private long waiting() {
    var clerk = shop.employ(shop.role("expense.record", null, false, false));
    return spend(clerk.api(), "50", "").id();
  }

  private static Api.Answer spend(Api api, String amount, String more) {
    var answer = post(api, amount, more);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private static Api.Answer post(Api api, String amount, String more) {
    return api.post("expenses", body(amount, more));
  }

  private static String body(String amount, String more) {
    return "{\"category\": \"RENT\", \"payee\": \"Landlord\", \"amount\": %s, \"method\": \"TRANSFER\"%s}"
        .formatted(amount, more);
  }

  private List<String> deeds(long expense) {
    return Sql.superuser()
        .column(
            "select action || ' ' || user_id from system_logs where entity = 'Expense'"
                + " and entity_id = ? order by id",
            expense);
  }

  private static void refused(Api.Answer answer, String field, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(answer.text("/errors/0/message")).isNotBlank();
  }
}
