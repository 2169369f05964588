package org.tradehall.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Phone;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Visitor;

/** Somebody has lost phone, recovery codes and passkey: the staff take the second step away. */
class LostSecondStepBrowserIT extends InBrowser {

  private static final String REASON = "Came to the desk with his passport, ticket 31";

  private final Shop shop = Shop.open();
  private final Sql sql = Sql.superuser();

  @Test
  void it_is_taken_away_with_reason_and_password_and_the_person_is_out_and_told() {
    turnOnTwoSteps();
    addPasskey(shop.userId());
    sql.run("update users set locale = 'de' where id = ?", shop.userId());
    assertThat(means(shop.userId())).isEqualTo(1 + 10 + 1);
    session().clearCookies();

    var staff = Staff.in("Superadmin");
    sql.run("update users set name = 'Stella Staff' where id = ?", staff.userId());
    open("login");
    logIn(staff);
    open("platform/user?id=" + shop.userId());
    remove("not my password at all");
    assertThat(page.getByText("This is not your current password.")).isVisible();
    assertThat(means(shop.userId())).isEqualTo(1 + 10 + 1);
    assertThat(sessions()).isEqualTo(1);

    remove(Shop.PASSWORD);
    assertThat(page.getByText("The second step is removed.")).isVisible();
    assertThat(button("Remove second step")).hasCount(0);
    assertThat(means(shop.userId())).isZero();
    assertThat(sessions()).isZero();
    isTold();
    assertThat(
            sql.column(
                "select user_id || ' ' || detail from platform_logs where entity = 'User'"
                    + " and entity_id = ? and action = 'user.remove-second-step'",
                shop.userId()))
        .singleElement()
        .asString()
        .startsWith(staff.userId() + " ")
        .contains(REASON);

    session().clearCookies();
    open("login");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  private void isTold() {
    var mail = Tradehall.mailbox().await(shop.email(), 2, Duration.ofSeconds(45));
    assertThat(mail.subject()).isEqualTo("Der zweite Schritt Ihrer Anmeldung wurde entfernt");
    assertThat(mail.text())
        .contains("Stella Staff", REASON, "wählen Sie sofort ein neues Passwort")
        .containsPattern("am \\d{1,2}\\. \\p{L}+ \\d{4}");
    assertThat(mail.link()).endsWith("/forgot");
  }

  @Test
  void nobody_does_it_to_himself() {
    var staff = Staff.in("Superadmin");
    addPasskey(staff.userId());
    open("login");
    logIn(staff);
    open("platform/user?id=" + staff.userId());
    remove(Shop.PASSWORD);
    assertThat(page.getByText("Not with yourself.")).isVisible();
    assertThat(means(staff.userId())).isEqualTo(1);
  }

  @Test
  void of_the_staff_only_who_may_as_much_does_it() {
    var helper = Staff.allowed("business.view user.view user.manage");
    var boss = Staff.in("Superadmin");
    addPasskey(helper.userId());
    addPasskey(boss.userId());
    open("login");
    logIn(helper);
    open("platform/user?id=" + boss.userId());
    remove(Shop.PASSWORD);
    assertThat(page.getByText("This person may do more than you.")).isVisible();
    assertThat(means(boss.userId())).isEqualTo(1);

    session().clearCookies();
    open("login");
    logIn(Staff.in("Superadmin"));
    open("platform/user?id=" + helper.userId());
    remove(Shop.PASSWORD);
    assertThat(page.getByText("The second step is removed.")).isVisible();
    assertThat(means(helper.userId())).isZero();
  }

  @Test
  void whoever_only_sees_people_is_neither_offered_it_nor_served() {
    addPasskey(shop.userId());
    var path = "platform/user?id=" + shop.userId();
    var staff = Staff.allowed("business.view user.view");
    open("login");
    logIn(staff);
    open(path);
    assertThat(page.locator("h1")).hasText("Olga Owner");
    assertThat(button("Remove second step")).hasCount(0);

    var onlooker = new Visitor();
    onlooker.logIn(staff.email(), Shop.PASSWORD);
    assertThat(send(onlooker, path)).isEqualTo(200);
    assertThat(means(shop.userId())).isEqualTo(1);
    // Otherwise it would prove nothing.
    var superadmin = new Visitor();
    superadmin.logIn(Staff.in("Superadmin").email(), Shop.PASSWORD);
    assertThat(send(superadmin, path)).isEqualTo(302);
    assertThat(means(shop.userId())).isZero();
  }

  /** The form, whether or not it stands on the page. */
  private static int send(Visitor staff, String path) {
    return staff
        .submit(path, "remove", Map.of("reason", REASON, "password", Shop.PASSWORD))
        .statusCode();
  }

  private void remove(String password) {
    field("Reason").fill(REASON);
    field("Current password").fill(password);
    button("Remove second step").click();
  }

  private void turnOnTwoSteps() {
    logIn(shop);
    open("account/two-step");
    var phone = new Phone(page.locator("#secret").textContent());
    field("Code").fill(phone.code());
    field("Current password").fill(Shop.PASSWORD);
    button("Turn on").click();
    page.getByText("Two-step login is on.").first().waitFor();
  }

  /** One that no device has. */
  private void addPasskey(long userId) {
    sql.run(
        "insert into passkeys (id, user_id, user_handle, credential, public_key, signature_count,"
            + " name, created_at) values (nextval('ids'), ?, md5(gen_random_uuid()::text),"
            + " md5(gen_random_uuid()::text), 'x', 0, 'Phone', now())",
        userId);
  }

  /** How much somebody has to log in with beside the password, every recovery code counted. */
  private long means(long userId) {
    return List.of("second_factors", "recovery_codes", "passkeys").stream()
        .mapToLong(
            each -> sql.number("select count(*) from " + each + " where user_id = ?", userId))
        .sum();
  }

  private long sessions() {
    return sql.number(
        "select count(*) from user_sessions where user_id = ? and ended_at is null", shop.userId());
  }
}
