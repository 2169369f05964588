package org.tradehall.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Device;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Logging in with a passkey, on a device that Chromium plays. */
class PasskeyBrowserIT extends InBrowser {

  private static final String REFUSED = "This passkey does not log in here.";

  /** Answers with what the test gives it instead of asking the device. */
  private static final String KEEP_QUESTION =
      """
      () => {
        navigator.credentials.get = (asked) => {
          window.asked = asked.publicKey;
          return Promise.reject(new DOMException('', 'NotAllowedError'));
        };
      }""";

  /** Lets the device make a key, and keeps it from the page. */
  private static final String KEEP_KEY =
      """
      () => {
        const make = navigator.credentials.create.bind(navigator.credentials);
        const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
          .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
        navigator.credentials.create = async (asked) => {
          const key = await make(asked);
          window.key = JSON.stringify({id: key.id, type: key.type, clientExtensionResults: {}, response: {
            clientDataJSON: text(key.response.clientDataJSON),
            attestationObject: text(key.response.attestationObject)}});
          throw new DOMException('', 'NotAllowedError');
        };
      }""";

  private static final String ANSWER =
      """
      (answer) => {
        document.getElementById('passkey:answer').value = answer;
        document.getElementById('passkey:finish').click();
      }""";

  private final Shop shop = Shop.open();
  private final Sql sql = Sql.superuser();
  private Device device;

  @BeforeEach
  void plugInADevice() {
    device = Device.pluggedInto(page);
  }

  /** Makes a passkey by the pages; the person stays logged in. */
  private void register() {
    logIn(shop);
    open("account/security");
    page.locator("li", withText("Passkeys")).locator("a").click();
    field("Name").fill("My phone");
    field("Current password").fill(Shop.PASSWORD);
    button("Add a passkey").click();
    page.getByText("The passkey is added.").waitFor();
    assertThat(page.locator("#passkeys")).containsText("My phone");
  }

  private void logOut() {
    session().clearCookies();
  }

  private void show() {
    open("login");
    page.locator("[id='passkey:ask']").click();
  }

  private void showAndBeRefused() {
    show();
    isRefused();
  }

  private void isRefused() {
    page.getByText(REFUSED).waitFor();
    open("app/dashboard");
    assertThat(page.url()).contains("/login");
  }

  /** What the pages sent to log in. */
  private String answerOfALogin() {
    var sent = new AtomicReference<String>();
    page.onRequest(
        request -> {
          var body = request.postData();
          if (body != null && body.contains("passkey%3Aanswer=%7B")) {
            sent.set(body);
          }
        });
    show();
    page.waitForURL(Pattern.compile("/app/dashboard"));
    var found = Pattern.compile("passkey%3Aanswer=([^&]+)").matcher(sent.get());
    assertThat(found.find()).isTrue();
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  private String actions() {
    return String.join(
        " ",
        sql.column(
            "select action from platform_logs where entity_id = ? order by id", shop.userId()));
  }

  @Test
  void a_passkey_logs_in_without_password_and_without_code_and_goes_on_to_the_page() {
    register();
    assertThat(Tradehall.mailbox().await(shop.email(), 1, Duration.ofSeconds(45)).subject())
        .isEqualTo("A passkey was added");
    sql.run("insert into second_factors values (?, '', now(), now(), 0)", shop.userId());
    logOut();
    open("app/products/");
    page.locator("[id='passkey:ask']").click();
    page.waitForURL(Pattern.compile("/app/products"));
    assertThat(
            sql.column(
                "select signature_count > 0 from passkeys where user_id = ?"
                    + " and last_used_at is not null",
                shop.userId()))
        .containsExactly("true");
    assertThat(actions()).contains("user.add-passkey user.login");
  }

  @Test
  void making_one_takes_the_password() {
    logIn(shop);
    open("account/passkeys");
    field("Name").fill("Somebody else’s");
    field("Current password").fill("not my password at all");
    button("Add a passkey").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    assertThat(sql.number("select count(*) from passkeys where user_id = ?", shop.userId()))
        .isZero();
  }

  @Test
  void a_device_has_one_of_each_person() {
    register();
    open("account/passkeys");
    field("Name").fill("Again");
    field("Current password").fill(Shop.PASSWORD);
    button("Add a passkey").click();
    assertThat(page.getByText("This device has a passkey of yours already.")).isVisible();
  }

  @Test
  void a_passkey_is_renamed_and_once_removed_it_logs_nobody_in() {
    register();
    link("My phone").click();
    field("Name").fill("Old phone");
    button("Save").click();
    link("Old phone").click();
    field("Current password").fill("not my password at all");
    button("Remove the passkey").click();
    assertThat(page.getByText("This is not your current password.")).isVisible();
    field("Current password").fill(Shop.PASSWORD);
    button("Remove the passkey").click();
    assertThat(page.getByText("The passkey is removed.")).isVisible();
    assertThat(page.getByText("No passkeys yet")).isVisible();
    logOut();
    showAndBeRefused();
    assertThat(actions()).contains("user.add-passkey user.rename-passkey user.remove-passkey");
  }

  @Test
  void somebody_elses_passkey_is_not_found() {
    register();
    var id = sql.number("select id from passkeys where user_id = ?", shop.userId());
    logOut();
    logIn(Shop.open());
    expect("404");
    open("account/passkey?id=" + id);
    assertThat(page.locator("body")).not().containsText("My phone");
  }

  @Test
  void an_answer_is_good_once() {
    register();
    logOut();
    var answer = answerOfALogin();
    asIfTheDeviceDidNotCount();
    open("login");
    page.evaluate(ANSWER, answer);
    assertThat(page.getByText(REFUSED)).isVisible();
  }

  @Test
  void an_answer_is_no_good_to_whom_no_question_was_asked() {
    register();
    logOut();
    var answer = answerOfALogin();
    asIfTheDeviceDidNotCount();
    logOut();
    open("login");
    page.evaluate(ANSWER, answer);
    isRefused();
  }

  @Test
  void an_answer_is_good_for_its_own_question_only() {
    register();
    logOut();
    var answer = answerOfALogin();
    asIfTheDeviceDidNotCount();
    logOut();
    open("login");
    page.evaluate(KEEP_QUESTION);
    page.locator("[id='passkey:ask']").click();
    assertThat(page.getByText("The device has shown no passkey.")).isVisible();
    page.evaluate(ANSWER, answer);
    isRefused();
  }

  /** Else an old answer would be refused for its count alone. */
  private void asIfTheDeviceDidNotCount() {
    sql.run("update passkeys set signature_count = 0 where user_id = ?", shop.userId());
  }

  @Test
  void an_answer_that_was_given_to_another_site_is_refused() {
    register();
    logOut();
    var login = newTab();
    login.navigate(Tradehall.url("login").toString());
    login.evaluate(KEEP_QUESTION);
    login.locator("[id='passkey:ask']").click();
    assertThat(login.getByText("The device has shown no passkey.")).isVisible();
    var challenge = login.evaluate("() => [...window.asked.challenge]");

    // A site that the browser lets use the same keys, for it differs in its port only.
    page.route(
        "http://localhost:9/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<p>Log in</p>")));
    page.navigate("http://localhost:9/");
    var answer =
        page.evaluate(
            """
            async (challenge) => {
              const key = await navigator.credentials.get({publicKey: {
                challenge: new Uint8Array(challenge), rpId: 'localhost', userVerification: 'required'}});
              const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
                .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
              return JSON.stringify({id: key.id, type: key.type, clientExtensionResults: {}, response: {
                clientDataJSON: text(key.response.clientDataJSON),
                authenticatorData: text(key.response.authenticatorData),
                signature: text(key.response.signature),
                userHandle: text(key.response.userHandle)}});
            }""",
            challenge);
    finish(login, (String) answer);
    assertThat(login.getByText(REFUSED)).isVisible();
    open("app/dashboard");
    assertThat(page.url()).contains("/login");
  }

  private static void finish(Page login, String answer) {
    login.evaluate(ANSWER, answer);
  }

  @Test
  void a_key_that_one_person_asked_for_is_not_made_for_who_logs_in_meanwhile() {
    logIn(shop);
    open("account/passkeys");
    page.evaluate(KEEP_KEY);
    field("Name").fill("My phone");
    field("Current password").fill(Shop.PASSWORD);
    button("Add a passkey").click();
    page.locator("[data-passkey-failed]").waitFor();
    var key = page.evaluate("() => window.key");

    // At the same browser; the question must not go over to him.
    var other = Shop.open();
    open("login");
    logIn(other.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
    open("account/security");
    assertThat(page.getByText(other.email())).isVisible();
    open("account/passkeys");
    page.evaluate(
        """
        (key) => {
          document.getElementById('made:answer').value = key;
          document.getElementById('made:finish').click();
        }""",
        key);
    assertThat(page.getByText("The passkey could not be checked")).isVisible();
    assertThat(sql.number("select count(*) from passkeys where user_id = ?", other.userId()))
        .isZero();
  }

  @Test
  void a_key_that_counts_backwards_was_copied_and_is_refused_and_logged() {
    register();
    sql.run("update passkeys set signature_count = 1000 where user_id = ?", shop.userId());
    logOut();
    showAndBeRefused();
    assertThat(actions()).contains("user.passkey-copied");
  }

  @Test
  void a_device_that_did_not_find_out_who_uses_it_is_refused() {
    register();
    logOut();
    device.isInOtherHands();
    open("login");
    // The page of a thief asks the device for less than we do.
    page.evaluate(
        """
        () => {
          const ask = navigator.credentials.get.bind(navigator.credentials);
          navigator.credentials.get = ({publicKey}) =>
            ask({publicKey: {...publicKey, userVerification: 'discouraged'}});
        }""");
    page.locator("[id='passkey:ask']").click();
    isRefused();
  }

  @Test
  void who_is_deactivated_is_not_let_in() {
    register();
    sql.run("update users set active = false where id = ?", shop.userId());
    logOut();
    showAndBeRefused();
  }

  @Test
  void it_is_handed_over_and_forgotten_with_the_account() {
    register();
    sql.run("delete from memberships where business_id = ?", shop.businessId());
    open("account/privacy");
    page.locator("button", withText("Show")).click();
    assertThat(page.locator("details", withText("passkeys")).first()).containsText("My phone");
    button("Erase for good").first().click();
    page.locator(".ui-confirm-dialog .ui-confirmdialog-yes").click();
    page.waitForURL(Pattern.compile("/login"));
    assertThat(sql.number("select count(*) from passkeys where user_id = ?", shop.userId()))
        .isZero();
  }
}
