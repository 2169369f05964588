package org.tradehall.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Device;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Phone;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Until;
import org.tradehall.harness.Visitor;

/** Platform staff of whom two steps are wanted when they log in, as it is unless set otherwise. */
class StaffTwoStepsBrowserIT extends InBrowser {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String LED = "/account/second-step";

  /** Looks what counts on the server by now: that is asked at each request. */
  private final Visitor probe = new Visitor();

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();

  @BeforeEach
  void wantTwoSteps() {
    probe.logIn(Staff.in("Superadmin").email(), Shop.PASSWORD);
    sql.run("delete from system_settings where key = 'staff-two-steps'");
    Until.isTrue(SOON, () -> !isOpenByPassword());
  }

  @AfterEach
  void letThePasswordDoAgain() {
    sql.run("insert into system_settings values ('staff-two-steps', 'false', now())");
    Until.isTrue(SOON, this::isOpenByPassword);
  }

  private boolean isOpenByPassword() {
    return probe.get("platform/users").statusCode() == 200;
  }

  @Test
  void by_the_password_alone_no_panel_opens_and_no_business_is_entered() {
    var staff = Staff.in("Superadmin");
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    for (var path : List.of("platform/", "platform/users", "admin/", "app/dashboard")) {
      open(path);
      assertThat(page.url()).as(path).endsWith(LED);
    }
    var visitor = new Visitor();
    visitor.logIn(staff.email(), Shop.PASSWORD);
    var answer =
        visitor.submit(
            "admin/enter?id=" + shop.businessId(), "enter", java.util.Map.of("reason", "A look"));
    assertThat(Visitor.location(answer)).endsWith(LED);
    assertThat(shop.count("support_sessions")).isZero();
  }

  @Test
  void whoever_has_no_second_step_sets_it_up_and_goes_on() {
    var staff = Staff.in("Superadmin");
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    page.locator("li", withText("Two-step login")).getByText("Set up").click();
    var phone = new Phone(page.locator("#secret").textContent());
    field("Code").fill(phone.code());
    field("Current password").fill(Shop.PASSWORD);
    button("Turn on").click();
    link("I have kept them").click();
    page.waitForURL(Pattern.compile("/platform/$"));

    session().clearCookies();
    open("platform/users");
    logIn(staff.email(), Shop.PASSWORD);
    field("Code").fill(phone.nextCode());
    button("Log in").click();
    page.waitForURL(Pattern.compile("/platform/users"));
  }

  @Test
  void a_passkey_is_both_steps() {
    var staff = Staff.in("Superadmin");
    var unused = Device.pluggedInto(page);
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    page.locator("li", withText("Passkeys")).getByText("Set up").click();
    field("Name").fill("My phone");
    field("Current password").fill(Shop.PASSWORD);
    button("Add a passkey").click();
    page.getByText("The passkey is added.").waitFor();
    open("platform/users");
    assertThat(page.url()).endsWith("/platform/users");

    session().clearCookies();
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    button("Log out").click();
    page.waitForURL(Pattern.compile("/login$"));
    page.locator("[id='passkey:ask']").click();
    page.waitForURL(Pattern.compile("/platform/$"));
  }

  @Test
  void whoever_knows_the_password_only_does_not_put_a_phone_of_his_own_beside_a_passkey() {
    var staff = Staff.in("Superadmin");
    var key =
        sql.number(
            "insert into passkeys (id, user_id, user_handle, credential, public_key,"
                + " signature_count, name, created_at) values (nextval('ids'), ?,"
                + " md5(gen_random_uuid()::text), md5(gen_random_uuid()::text), 'x', 0, 'Phone',"
                + " now()) returning id",
            staff.userId());
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    assertThat(page.getByText("Then log in with your passkey")).isVisible();

    open("account/two-step");
    field("Code").fill(new Phone(page.locator("#secret").textContent()).code());
    field("Current password").fill(Shop.PASSWORD);
    button("Turn on").click();
    assertThat(page.getByText("First log in with your passkey")).isVisible();

    open("account/passkey?id=" + key);
    field("Current password").fill(Shop.PASSWORD);
    button("Remove the passkey").click();
    assertThat(page.getByText("First log in with your passkey")).isVisible();
    open("platform/");
    assertThat(page.url()).endsWith(LED);
  }

  @Test
  void a_visit_in_a_business_ends_when_two_steps_are_wanted() {
    var staff = Staff.in("Support");
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    sql.run("update user_sessions set two_steps = true where user_id = ?", staff.userId());
    open("admin/enter?id=" + shop.businessId());
    field("Reason").fill("A look");
    button("Enter").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    sql.run("update user_sessions set two_steps = false where user_id = ?", staff.userId());
    open("app/products/");
    assertThat(page.url()).endsWith(LED);
  }

  @Test
  void appointing_takes_the_password() {
    var staff = Staff.in("Superadmin");
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile(LED));
    sql.run("update user_sessions set two_steps = true where user_id = ?", staff.userId());
    open("platform/staff");
    field("E-mail").fill(shop.email());
    field("Current password").fill("not my password at all");
    button("Appoint").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    field("Current password").fill(Shop.PASSWORD);
    button("Appoint").click();
    assertThat(page.locator("#staff")).containsText(shop.email());
  }

  @Test
  void of_others_nothing_more_is_wanted() {
    logIn(shop);
    open("account/security");
    assertThat(page.locator("h1")).hasText("Security");
  }
}
