package org.tradehall.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.archive.Archive;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** The people of a business: their roles, branches, coming and going. */
class MembersBrowserIT extends InBrowser {

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Harbour"));

  @Test
  void an_owner_makes_a_role_and_gives_it_to_somebody() {
    var person = shop.employ("VIEWER");
    logIn(shop);
    open("app/settings/role?from=CASHIER");
    field("Name of the role").fill("Saturday help");
    field("Largest discount in percent").fill("5");
    field("Largest expense to approve").fill("250");
    page.getByLabel("Own documents only").check();
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/roles"));
    assertThat(page.locator("#roles")).containsText("Saturday help");
    assertThat(
            Sql.superuser()
                .column("select expense_limit from roles where business_id = ?", shop.businessId()))
        .containsExactly("250.0000");

    open("app/settings/member?id=" + person.membershipId());
    field("Role").selectOption("Saturday help");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/members"));
    assertThat(page.locator("#form\\:members, #members")).containsText("Saturday help");
    assertThat(person.api().get("products").status()).isEqualTo(200);
    assertThat(person.api().get("imports").status()).isEqualTo(403);
  }

  @Test
  void nobody_gives_more_than_he_has() {
    var manager = shop.employ("MANAGER");
    logInAs(manager.email());
    open("app/settings/members");
    assertThat(field("Role")).not().containsText("Owner");
    expect("403");
    open("app/settings/role?id=" + shop.role("sale.view", null, false, false));
    assertThat(page.locator("body")).containsText("Not allowed here");
  }

  @Test
  void whoever_is_limited_himself_gives_no_role_and_no_branch_beyond_his_limits() {
    var north = shop.branch("N");
    var everything = "sale.record sale.view product.view member.manage role.manage";
    var limited = shop.employ(shop.role(everything, "10", true, false), north);
    var wider = shop.role("sale.record sale.view", "20", true, false);
    var narrower = shop.role("sale.record sale.view", "5", true, true);
    var person = shop.employ(narrower, north);
    var freer = shop.employ(wider, north);
    logInAs(limited.email());

    open("app/settings/member?id=" + person.membershipId());
    assertThat(page.locator("[id='form:role'] option[value='" + wider + "']")).hasCount(0);
    assertThat(page.locator("[id='form:role'] option[value='VIEWER']")).hasCount(0);
    assertThat(page.locator("[id='form:role'] option[value='" + narrower + "']")).hasCount(1);
    page.getByLabel("Branch N").uncheck();
    button("Save").click();
    assertThat(page.getByText("Choose among the branches in which you work yourself.")).isVisible();

    open("app/settings/member?id=" + freer.membershipId());
    expect("403");
    button("Save").click();
    assertThat(page.getByText("This did not work")).isVisible();
  }

  @Test
  void nobody_makes_or_gives_a_role_that_approves_larger_expenses_than_he_may() {
    var limit = "update roles set expense_limit = ?::numeric where id = ?";
    var managing = shop.role("expense.approve member.manage role.manage", null, false, false);
    var wider = shop.role("expense.approve", null, false, false);
    var unlimited = shop.role("expense.approve", null, false, false);
    var narrower = shop.role("expense.approve", null, false, false);
    Sql.superuser().run(limit, "100", managing);
    Sql.superuser().run(limit, "100.01", wider);
    Sql.superuser().run(limit, "100", narrower);
    var person = shop.employ(narrower);
    logInAs(shop.employ(managing).email());

    open("app/settings/member?id=" + person.membershipId());
    for (var refused : new long[] {wider, unlimited}) {
      assertThat(page.locator("[id='form:role'] option[value='" + refused + "']")).hasCount(0);
    }
    assertThat(page.locator("[id='form:role'] option[value='" + narrower + "']")).hasCount(1);

    open("app/settings/role");
    field("Name of the role").fill("Buyer");
    page.getByLabel("Approve expenses").check();
    for (var tooMuch : new String[] {"100.01", ""}) {
      field("Largest expense to approve").fill(tooMuch);
      button("Save").click();
      assertThat(page.getByText("This role gives more than you have yourself.")).isVisible();
      page.reload();
      field("Name of the role").fill("Buyer");
      page.getByLabel("Approve expenses").check();
    }
    field("Largest expense to approve").fill("99.50");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/roles"));
    link("Buyer").click();
    assertThat(field("Largest expense to approve")).hasValue("99.50");
  }

  @Test
  void the_only_owner_cannot_leave() {
    logIn(shop);
    open("app/settings/profile");
    page.locator("#leave button").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.getByText("A business needs an owner.")).isVisible();
    assertThat(shop.count("memberships")).isEqualTo(1);
  }

  @Test
  void whoever_manages_nobody_leaves_all_the_same() {
    var person = shop.employ("CASHIER");
    logInAs(person.email());
    open("app/settings/profile");
    page.locator("#leave button").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    page.waitForURL(Pattern.compile("/setup"));
    assertThat(shop.count("memberships")).isEqualTo(1);
  }

  @Test
  void ownership_goes_over_only_when_the_name_and_the_password_are_typed() {
    var heir = shop.employ("MANAGER");
    logIn(shop);
    open("app/settings/member?id=" + heir.membershipId());
    field("Type the name of the business to confirm").fill("Harbor");
    field("Current password").fill(Shop.PASSWORD);
    button("Hand over the business").click();
    assertThat(page.getByText("This is not the name of the business.")).isVisible();
    field("Type the name of the business to confirm").fill("Harbour");
    field("Current password").fill("not my password at all");
    button("Hand over the business").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    field("Current password").fill(Shop.PASSWORD);
    button("Hand over the business").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(
            Sql.superuser()
                .column(
                    "select role from memberships where business_id = ? order by id",
                    shop.businessId()))
        .containsExactly("MANAGER", "OWNER");
  }

  @Test
  void a_business_is_closed_only_when_its_name_and_the_password_are_typed() {
    logIn(shop);
    for (var typed :
        java.util.List.of(
            java.util.List.of("Harbor", Shop.PASSWORD, "This is not the name of the business."),
            java.util.List.of(
                "Harbour", "not my password at all", "This is not your current password."))) {
      open("app/settings/profile");
      field("Type the name of the business to confirm").fill(typed.get(0));
      field("Current password").fill(typed.get(1));
      button("Close the business").click();
      assertThat(page.locator("[id='close'] .field", withText(typed.get(2)))).isInViewport();
    }
    field("Current password").fill(Shop.PASSWORD);
    button("Close the business").click();
    page.waitForURL(Pattern.compile("/setup"));
    assertThat(shop.api().get("products").status()).isEqualTo(403);
    assertThat(
            Sql.superuser().column("select status from businesses where id = ?", shop.businessId()))
        .containsExactly("CLOSED");
  }

  @Test
  void who_is_removed_is_out_with_the_next_request() {
    var person = shop.employ("CASHIER");
    logIn(shop);
    open("app/settings/member?id=" + person.membershipId());
    button("Remove").first().click();
    page.locator(".ui-confirmdialog-yes").click();
    page.waitForURL(Pattern.compile("/app/settings/members"));
    assertThat(person.api().get("products").status()).isEqualTo(401);
  }

  @Test
  void a_second_branch_can_be_chosen_and_counts_its_own_numbers() {
    var mug = shop.goods("mug", "10", 10);
    logIn(shop);
    open("app/settings/branch");
    field("Name").fill("Market stall");
    field("Code").fill("M");
    button("Save").click();
    page.waitForURL(Pattern.compile("/app/settings/branches"));
    page.locator("summary[aria-label='Switch business']").click();
    page.locator("#switch a", withText("Market stall")).click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(page.locator(".menu-note")).hasText("Market stall");
    assertThat(shop.onHand(mug)).isEqualTo("10");
  }

  @Test
  void another_business_s_member_role_and_branch_are_not_found() {
    var stranger = Shop.open();
    var person = stranger.employ("CASHIER");
    var role = stranger.role("sale.view", null, false, false);
    logIn(shop);
    for (var path :
        new String[] {
          "app/settings/member?id=" + person.membershipId(),
          "app/settings/role?id=" + role,
          "app/settings/branch?id=" + stranger.branchId()
        }) {
      expect("404");
      open(path);
      assertThat(page.locator("body")).containsText("Nothing here");
    }
  }

  @Test
  void everything_of_the_business_is_exported_and_nothing_of_another() {
    shop.goods("mug", "10", 10);
    Shop.open().goods("secret", "10", 10);
    logIn(shop);
    open("app/settings/profile");
    var download = page.waitForDownload(() -> page.locator("#export\\:download").click());
    assertThat(download.suggestedFilename()).isEqualTo("tradehall-" + shop.businessId() + ".zip");
    var archive = Archive.of(download.path());
    assertThat(archive.text("products.csv")).contains("mug").doesNotContain("secret");
    assertThat(archive.text("memberships.csv").lines()).hasSize(2);
    assertThat(archive.text("manifest.json")).contains("\"table\":\"products\",\"rows\":1");
    assertThat(archive.text("api_keys.csv")).doesNotContain("secret_hash");
  }

  private void logInAs(String email) {
    open("app/dashboard");
    logIn(email, Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/"));
  }
}
