package org.tradehall.expenses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Form;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Visitor;

/** Recording expenses on the pages and deciding on them. */
class ExpenseBrowserIT extends InBrowser {

  private final Shop shop = Shop.open();

  @Test
  void what_is_beyond_the_limit_waits_until_the_owner_approves_it_from_the_dashboard() {
    var limited = shop.employ(shop.spendingRole("100"));
    logInAs(limited.email());
    link("Expenses").click();
    assertThat(page.locator(".empty")).containsText("No expenses yet");
    page.locator("main").getByText("New expense").first().click();
    assertThat(page.locator(".page-head")).containsText("Above €100.00 it waits");
    fillIn("Harbour Estates", "100.01");
    button("Record expense").click();
    page.waitForURL(Pattern.compile("/app/expenses/show"));
    assertThat(page.locator(".badge")).hasText("Waiting");
    assertThat(page.locator("main")).containsText("at most 100.00");
    assertThat(button("Approve")).hasCount(0);
    assertThat(button("Withdraw")).isVisible();
    open("app/dashboard");
    assertThat(page.locator("#waiting")).hasCount(0);

    session().clearCookies();
    logIn(shop);
    page.locator("#waiting a").click();
    page.waitForURL(Pattern.compile("status=WAITING"));
    assertThat(page.locator("#sums")).containsText("Waiting (1) €100.01");
    page.locator("tbody tr a").first().click();
    button("Approve").click();
    assertThat(page.getByText("The expense is approved.")).isVisible();
    assertThat(page.locator(".badge")).hasText("Approved");
    assertThat(page.locator("main")).containsText("Olga Owner");
    open("app/dashboard");
    assertThat(page.locator("#waiting")).hasCount(0);
  }

  @Test
  void an_expense_is_recorded_and_cancelled_without_a_mouse() {
    logIn(shop);
    open("app/expenses/new");
    field("Category").focus();
    var keyboard = page.keyboard();
    keyboard.type("Repairs");
    tabTo("payee");
    keyboard.type("Meyer Refrigeration");
    tabTo("amount");
    keyboard.type("119");
    tabTo("taxRateId");
    keyboard.type("VAT");
    tabTo("method");
    keyboard.type("Transfer");
    tabTo("reference");
    keyboard.type("B-7");
    keyboard.press("Enter");
    page.waitForURL(Pattern.compile("/app/expenses/show"));
    assertThat(page.locator(".notice.good")).containsText("recorded and approved");
    assertThat(page.locator("main")).containsText("Meyer Refrigeration");
    assertThat(page.locator("main")).containsText("€19.83");
    assertThat(page.locator("main")).containsText("B-7");

    field("Reason").focus();
    keyboard.press("Enter");
    assertThat(page.getByText("Please say why.")).isVisible();
    field("Reason").focus();
    keyboard.type("Paid twice");
    keyboard.press("Enter");
    assertThat(page.getByText("The expense is cancelled.")).isVisible();
    assertThat(page.locator(".note")).hasText("Paid twice");
  }

  @Test
  void a_double_click_records_one_expense() {
    logIn(shop);
    open("app/expenses/new");
    fillIn("Landlord", "10");
    button("Record expense").evaluate("button => { button.click(); button.click(); }");
    page.waitForURL(Pattern.compile("/app/expenses/show"));
    assertThat(shop.count("expenses")).isOne();
  }

  @Test
  void a_form_that_arrives_twice_is_one_expense() {
    var visitor = new Visitor();
    visitor.logIn(shop.email(), Shop.PASSWORD);
    var form =
        Form.of(visitor.get("app/expenses/new").body()).stream()
            .filter(each -> each.id().equals("form"))
            .findFirst()
            .orElseThrow();
    var fields =
        form.pressed(
            "form:record",
            (name, field) ->
                switch (name) {
                  case "form:amount" -> "10";
                  case "form:date" -> Form.attribute(field, "value");
                  default -> "Landlord";
                });
    fields.put("form:category", "RENT");
    var first = Visitor.location(visitor.post("app/expenses/new", fields));
    assertThat(first).contains("/app/expenses/show");
    assertThat(Visitor.location(visitor.post("app/expenses/new", fields))).isEqualTo(first);
    assertThat(shop.count("expenses")).isOne();
  }

  @Test
  void what_cannot_be_recorded_is_told_at_its_field_and_nothing_typed_is_lost() {
    logIn(shop);
    open("app/expenses/new");
    fillIn("Landlord", "10.001");
    button("Record expense").click();
    assertThat(page.getByText("at most 2 decimals")).isVisible();
    assertThat(field("Paid to")).hasValue("Landlord");
    field("Amount with tax").fill("10");
    field("Date").fill("2199-01-01");
    button("Record expense").click();
    assertThat(page.getByText("The date must be from")).isVisible();
    assertThat(shop.count("expenses")).isZero();
  }

  @Test
  void who_is_too_late_is_told() {
    var clerk = shop.employ(shop.role("expense.record", null, false, false));
    var id = spend(clerk, "Landlord", "5");
    logIn(shop);
    open("app/expenses/show?id=" + id);
    assertThat(button("Approve")).isVisible();
    var rejected =
        shop.employ("MANAGER").api().post("expenses/" + id + "/reject", "{\"reason\": \"x\"}");
    assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
    button("Approve").click();
    assertThat(page.getByText("Somebody else has changed this")).isVisible();
    assertThat(button("Approve")).hasCount(0);
    assertThat(Sql.superuser().column("select status from expenses where id = ?", id))
        .containsExactly("REJECTED");
  }

  @Test
  void the_list_keeps_its_filters_in_the_address_and_sums_what_they_leave() {
    var owner = shop.api();
    for (int i = 1; i <= 26; i++) {
      assertThat(owner.post("expenses", body("P" + i, "2")).status()).isEqualTo(201);
    }
    var clerk = shop.employ(shop.role("expense.record", null, false, false));
    spend(clerk, "Zoe", "7");
    logIn(shop);
    open("app/expenses/");
    assertThat(page.locator("#sums")).containsText("Waiting (1) €7.00");
    assertThat(page.locator("#sums")).containsText("Approved (26) €52.00");
    page.locator(".ui-paginator-next").click();
    page.waitForURL(Pattern.compile("page=2"));
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.locator("select[name=status]").selectOption("WAITING");
    page.waitForURL(Pattern.compile("status=WAITING"));
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("#sums")).not().containsText("Approved");
    open("app/expenses/?category=WAGES");
    assertThat(page.locator(".empty")).containsText("Nothing found");
    open("app/search?q=zoe");
    assertThat(page.locator("main")).containsText("€7.00");
  }

  @Test
  void who_may_not_see_expenses_is_not_led_to_them() {
    logInAs(shop.employ("CASHIER").email());
    assertThat(page.locator(".side")).not().containsText("Expenses");
    expect("403");
    for (var path : new String[] {"app/expenses/", "app/expenses/new"}) {
      open(path);
      assertThat(page.locator("body")).containsText("Not allowed here");
    }
  }

  /** However many parts a browser gives to the date on the way. */
  private void tabTo(String field) {
    for (int i = 0; i < 6 && page.locator("[id='form:" + field + "']:focus").count() == 0; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator("[id='form:" + field + "']")).isFocused();
  }

  private void fillIn(String payee, String amount) {
    field("Category").selectOption("Rent");
    field("Paid to").fill(payee);
    field("Amount with tax").fill(amount);
  }

  private static long spend(Shop.Staff staff, String payee, String amount) {
    var answer = staff.api().post("expenses", body(payee, amount));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  private static String body(String payee, String amount) {
    return "{\"category\": \"RENT\", \"payee\": \"%s\", \"amount\": %s, \"method\": \"CASH\"}"
        .formatted(payee, amount);
  }

  private void logInAs(String email) {
    open("app/dashboard");
    logIn(email, Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/"));
  }
}
