package org.tradehall.tenancy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;
import org.tradehall.harness.Visitor;

/** From the owner's invitation by mail to the first page of the new member. */
class InvitationBrowserIT extends InBrowser {

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Harbour"));
  private final String guest = UUID.randomUUID() + "@example.org";

  @Test
  void a_new_person_signs_up_on_the_way_and_works_in_the_role_he_was_given() {
    var link = invite(guest, "Viewer");
    session().clearCookies();
    open(link);
    assertThat(page.locator("h1")).hasText("Work in Harbour");
    link("Create an account").click();
    field("Your name").fill("Gus Guest");
    field("E-mail").fill(guest);
    field("Password").fill("a long enough phrase");
    button("Create an account").click();
    page.waitForURL(Pattern.compile("/invitation"));
    button("Accept").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    assertThat(page.locator(".menu-name").first()).containsText("Harbour");
    assertThat(link("New sale")).hasCount(0);

    open(link);
    assertThat(page.locator("h1")).hasText("This invitation is no longer good");
  }

  @Test
  void a_known_person_accepts_as_who_he_is_and_keeps_his_own_business() {
    var other = Shop.open(Shop.Terms.USUAL.named("Elsewhere"));
    var link = invite(other.email(), "Cashier");
    session().clearCookies();
    open(link);
    link("I have an account").click();
    logIn(other.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/invitation"));
    button("Accept").click();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    page.locator("summary[aria-label='Switch business']").click();
    assertThat(page.locator("#switch")).containsText("Elsewhere");
    assertThat(page.locator("#switch")).containsText("Harbour");
  }

  @Test
  void a_withdrawn_an_old_and_a_made_up_invitation_are_no_good() {
    var link = invite(guest, "Cashier");
    var tampered = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
    open(tampered);
    assertThat(page.locator("h1")).hasText("This invitation is no longer good");
    var other = Shop.open();
    open(link.replace("inv_" + shop.businessId(), "inv_" + other.businessId()));
    assertThat(page.locator("h1")).hasText("This invitation is no longer good");

    open("app/settings/members");
    button("Withdraw").click();
    assertThat(page.getByText("The invitation is withdrawn.")).isVisible();
    open(link);
    assertThat(page.locator("h1")).hasText("This invitation is no longer good");

    var second = invite(guest, "Cashier");
    Sql.superuser()
        .run("update invitations set expires_at = now() where business_id = ?", shop.businessId());
    open(second);
    assertThat(page.locator("h1")).hasText("This invitation is no longer good");
  }

  @Test
  void whoever_is_invited_signs_up_while_strangers_cannot() {
    var link = invite(guest, "Viewer");
    session().clearCookies();
    set("Strangers may sign up", "false");
    try {
      open(link);
      link("Create an account").click();
      field("Your name").fill("Gus Guest");
      field("E-mail").fill("somebody-else-" + guest);
      field("Password").fill("a long enough phrase");
      button("Create an account").click();
      assertThat(page.getByText("Use the address to which yours was sent.")).isVisible();
      field("E-mail").fill(guest);
      field("Password").fill("a long enough phrase");
      button("Create an account").click();
      page.waitForURL(Pattern.compile("/invitation"));
      button("Accept").click();
      page.waitForURL(Pattern.compile("/app/dashboard"));
    } finally {
      SystemSettings.reset();
    }
  }

  @Test
  void the_link_shows_that_its_holder_reads_mail_where_that_is_wanted() {
    var link = invite(guest, "Viewer");
    session().clearCookies();
    set("New people prove their address first", "true");
    try {
      open(link);
      link("Create an account").click();
      field("Your name").fill("Gus Guest");
      field("E-mail").fill("somebody-else-" + guest);
      field("Password").fill("a long enough phrase");
      button("Create an account").click();
      assertThat(page.getByText("Use the address to which your invitation was sent.")).isVisible();
      field("E-mail").fill(guest);
      field("Password").fill("a long enough phrase");
      button("Create an account").click();
      page.waitForURL(Pattern.compile("/invitation"));
      button("Accept").click();
      page.waitForURL(Pattern.compile("/app/dashboard"));
    } finally {
      SystemSettings.reset();
      Until.isTrue(
          Duration.ofSeconds(45),
          () -> new Visitor().get("signup").body().contains("form:password"));
    }
  }

  @Test
  void who_works_here_is_not_invited_again() {
    var member = shop.employ("CASHIER");
    logIn(shop);
    open("app/settings/members");
    field("E-mail").fill(member.email());
    page.locator("#form\\:invite").click();
    assertThat(page.getByText("This person works here already.")).isVisible();
    assertThat(shop.count("invitations")).isZero();
  }

  /** By the pages, so that the server knows it at once. */
  private void set(String setting, String value) {
    var staff = Shop.open();
    Sql.superuser()
        .run(
            "insert into admin_profiles (user_id, created_at, admin_role_id) values (?, now(), 1)",
            staff.userId());
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/$"));
    open("platform/settings");
    field(setting).selectOption(value);
    button("Save").click();
    page.getByText("The settings are saved.").waitFor();
    session().clearCookies();
  }

  private int mails;

  private String invite(String email, String role) {
    if (mails == 0) {
      logIn(shop);
    }
    open("app/settings/members");
    field("E-mail").fill(email);
    field("Role").selectOption(role);
    page.locator("#form\\:invite").click();
    assertThat(page.getByText("An invitation is on its way to " + email)).isVisible();
    mails++;
    var mail = Tradehall.mailbox().await(email, mails, Duration.ofSeconds(45));
    var link = URI.create(mail.link());
    assertThat(link.getPath()).isEqualTo("/invitation");
    return "invitation?" + link.getRawQuery();
  }
}
