package org.tradehall.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;

/** The two panels of the platform staff, and where the login leads whom. */
class PanelsBrowserIT extends InBrowser {

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Helped"));

  @Test
  void a_superadmin_suspends_and_resumes_a_business_whose_people_read_why() {
    logIn(Staff.in("Superadmin"));
    open("platform/business?id=" + shop.businessId());
    page.locator("#suspend").getByLabel("Reason").fill("Bill of May unpaid");
    page.locator("#suspend button").click();
    assertThat(page.getByText("The business is suspended.")).isVisible();
    var refused =
        shop.api()
            .post(
                "products",
                """
                {"sku": "x", "name": "x", "kind": "GOODS", "price": 1, "active": true}""");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);

    session().clearCookies();
    logIn(shop);
    assertThat(page.locator(".notice.suspended")).containsText("Bill of May unpaid");

    session().clearCookies();
    open("login");
    logIn(Staff.in("Superadmin"));
    open("platform/business?id=" + shop.businessId());
    button("Resume").click();
    assertThat(page.locator(".page-actions .badge")).hasText("Active");
    shop.goods("again", "1", 1);
    assertThat(
            Sql.superuser()
                .column(
                    "select action from platform_logs where entity = 'Business' and entity_id = ?"
                        + " order by id",
                    shop.businessId()))
        .containsExactly("business.suspend", "business.resume");
  }

  @Test
  void of_the_staff_only_who_may_as_much_deactivates() {
    var helper = Staff.allowed("business.view user.view user.manage");
    var boss = Staff.in("Superadmin");
    logIn(helper);
    open("platform/user?id=" + boss.userId());
    deactivate();
    assertThat(page.getByText("This person may do more than you.")).isVisible();
    assertThat(active(boss)).isEqualTo("true");

    session().clearCookies();
    logIn(boss);
    open("platform/user?id=" + helper.userId());
    deactivate();
    assertThat(button("Activate")).isVisible();
    assertThat(active(helper)).isEqualTo("false");
  }

  @Test
  void whoever_may_not_see_businesses_begins_where_he_may_see_something() {
    open("login");
    logIn(Staff.allowed("user.view health.view").email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/users$"));

    session().clearCookies();
    open("login");
    logIn(Staff.allowed("health.view").email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/health$"));
  }

  @Test
  void a_role_that_may_change_something_may_see_it() {
    logIn(Staff.in("Superadmin"));
    open("platform/role");
    var name = "Backups " + System.nanoTime();
    field("Name of the role").fill(name);
    page.getByText("Make backups").click();
    button("Save").click();
    page.waitForURL(Pattern.compile("/platform/staff"));
    assertThat(Sql.superuser().column("select permissions from admin_roles where name = ?", name))
        .containsExactly("backup.view backup.run");
  }

  private void deactivate() {
    button("Deactivate").first().click();
    page.locator(".ui-confirmdialog-yes").click();
  }

  private static String active(Staff staff) {
    return Sql.superuser().column("select active from users where id = ?", staff.userId()).get(0);
  }

  @Test
  void support_staff_enter_a_business_visibly_and_see_nothing_without() {
    logIn(Staff.in("Support"));
    expect("403");
    open("platform/users");
    assertThat(page.locator("body")).containsText("Not allowed here");
    open("app/products/");
    page.waitForURL(Pattern.compile("/admin/$"));

    open("admin/enter?id=" + shop.businessId());
    field("Reason").fill("Totals look wrong, ticket 12");
    button("Enter").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(page.locator(".support-banner")).containsText("ticket 12");
    assertThat(page.locator("a[href$='/app/sales/new']")).hasCount(0);
    expect("403");
    open("app/settings/members");
    assertThat(page.locator("body")).containsText("Not allowed here");

    open("app/dashboard");
    page.locator(".support-banner button").click();
    page.waitForURL(Pattern.compile("/admin/"));
    open("app/dashboard");
    page.waitForURL(Pattern.compile("/admin/"));

    var log =
        Sql.superuser()
            .rows(
                "select user_id, on_behalf_of from system_logs where business_id = ?"
                    + " and action like 'support.%'",
                shop.businessId());
    assertThat(log).hasSize(2);
    assertThat(log.get(0)).containsEntry("on_behalf_of", shop.userId());
    assertThat(log.get(0).get("user_id")).isNotEqualTo(shop.userId());

    session().clearCookies();
    logIn(shop);
    open("app/settings/profile");
    assertThat(page.locator("#visits")).containsText("ticket 12");
  }

  @Test
  void support_ends_by_itself() {
    logIn(Staff.in("Support"));
    open("admin/enter?id=" + shop.businessId());
    field("Reason").fill("A look");
    button("Enter").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    Sql.superuser()
        .run(
            "update support_sessions set ends_at = now() where business_id = ?", shop.businessId());
    page.reload();
    page.waitForURL(Pattern.compile("/admin/"));
  }

  @Test
  void who_is_dismissed_is_out_with_the_next_click() {
    var staff = Staff.in("Superadmin");
    logIn(staff);
    Sql.superuser().run("delete from admin_profiles where user_id = ?", staff.userId());
    expect("403");
    open("platform/users");
    assertThat(page.locator("body")).containsText("Not allowed here");
  }

  @Test
  void a_superadmin_opens_a_business_for_somebody_who_is_invited() {
    logIn(Staff.in("Superadmin"));
    open("platform/new-business");
    field("E-mail of the owner").fill("new.owner@example.org");
    field("Name of the business").fill("Brand new");
    button("Open the business").click();
    assertThat(page.getByText("An invitation is on its way to new.owner@example.org.")).isVisible();
    assertThat(
            Sql.superuser()
                .column(
                    "select i.role from invitations i join businesses b on b.id = i.business_id"
                        + " where b.name = 'Brand new' and i.email = 'new.owner@example.org'"))
        .containsExactly("OWNER");
  }

  @Test
  void a_stranger_is_kept_out_of_both_panels() {
    logIn(shop);
    expect("403");
    open("platform/");
    assertThat(page.locator("body")).containsText("Not allowed here");
    open("admin/");
    assertThat(page.locator("body")).containsText("Not allowed here");
  }
}
