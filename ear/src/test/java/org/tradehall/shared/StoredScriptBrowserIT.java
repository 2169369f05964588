package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Form;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.OpenApi;
import org.tradehall.harness.OpenApi.Operation;
import org.tradehall.harness.Pages;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Visitor;
import org.tradehall.launcher.CaughtMail;

/**
 * Scripts and expressions, written into every text that the API's document and the forms of the
 * pages have, and then looked at on every page: they are shown as the text that they are.
 */
class StoredScriptBrowserIT extends InBrowser {

  private static final String LONG =
      "\"'><img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"
          + "{{1111*1111}}#{1111*1111}${1111*1111}";
  private static final String SHORT = "'\"></script><b id=hacked>#{1111*1111}";
  private static final List<String> AS_MARKUP = List.of("<img src=x", "<b id=hacked");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script\\b.*?</script>");
  private static final String IN_TEXT = "1111*1111";

  /** They have tests of their own. */
  private static final List<String> TAKE_FILES =
      List.of("app/imports/new", "platform/import-business");

  /** Random numbers may hold it, too, in their middle. */
  static final Pattern COMPUTED = Pattern.compile("(?<!\\d)1234321");

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named(LONG.substring(0, 100)).belowZero());
  private final Visitor visitor = new Visitor();
  private final Map<String, Long> ids = new HashMap<>();
  private final String guest = UUID.randomUUID() + "@example.org";
  private Furnished furnished;
  private int written;

  @BeforeEach
  void letEverybodyTry() {
    Sql.superuser().run("delete from login_attempts");
  }

  /** All forms are filled in, also that of the settings. */
  @AfterEach
  void setAsBefore() {
    SystemSettings.reset();
  }

  private void writeThroughTheApi() {
    furnished = new Furnished(shop, SHORT.substring(0, 25));
    ids.putAll(furnished.ofPages());
    var api = OpenApi.read();
    for (var operation : api.operations()) {
      if (operation.takesJson()) {
        writeThrough(operation, api.body(operation, this::value));
      }
    }
    // The latest entry of the log shows what was changed.
    ids.put(
        "app/settings/log-entry",
        Sql.superuser()
            .number(
                "select max(id) from system_logs where business_id = ? and entity = 'Customer'",
                shop.businessId()));
  }

  private void writeThrough(Operation operation, JsonNode body) {
    var path =
        operation.kind().isEmpty() ? operation.path() : operation.at(furnished.id(operation));
    var json = BodyPublishers.ofString(body.toString());
    var answer = shop.api().send(operation.method(), path, json);
    assertThat(answer.status()).as(operation + " " + body + ": " + answer).isIn(200, 201);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }

  private JsonNode value(String name, JsonNode schema) {
    var json = JsonNodeFactory.instance;
    if (name.endsWith("Id")) {
      return json.numberNode(id(name.substring(0, name.length() - 2)));
    }
    written++;
    return json.textNode(
        name.equals("email") ? guest : payload(schema.path("maxLength").asInt(200)) + written);
  }

  private long id(String kind) {
    return kind.equals("taxRate") ? shop.taxRateId() : furnished.id(kind);
  }

  private static String payload(int most) {
    return LONG.length() <= most ? LONG : SHORT;
  }

  @Test
  void what_was_written_is_text_on_every_page_in_every_answer_and_in_mails() {
    writeThroughTheApi();
    visitor.logIn(shop.email(), Shop.PASSWORD);
    fillInForms(List.of("app", "account"));
    var shown = shownTo(visitor);
    assertThat(shown).hasSizeGreaterThan(15);
    logIn(shop);
    shown.forEach(this::isText);
    picksProductsAsText();
    isTextIn(Tradehall.mailbox().await(guest, 1, Duration.ofSeconds(45)));
  }

  @Test
  void what_the_platform_staff_write_is_text_in_their_panels_and_in_the_business() {
    ids.putAll(new Furnished(shop, "plain").ofPages());
    ids.put("platform/user", signUp());
    ids.put("platform/log-entry", latest("platform_logs", "user.sign-up"));
    var staff = Staff.in("Superadmin");
    visitor.logIn(staff.email(), Shop.PASSWORD);
    // Entering the business comes first, by the order of the pages: so its banner is on the shop's.
    fillInForms(List.of("admin", "platform"));
    ids.put("platform/log-entry", latest("platform_logs", "admin-role.create"));
    ids.put("app/settings/log-entry", latest("system_logs", "support.begin"));
    var shown = shownTo(visitor);
    assertThat(shown)
        .contains("platform/business?id=" + shop.businessId(), "app/dashboard", "platform/staff");

    suspend();
    var owner = new Visitor();
    owner.logIn(shop.email(), Shop.PASSWORD);
    var shownToOwner = shownTo(owner);
    assertThat(shownToOwner)
        .contains(
            "app/settings/profile",
            "app/settings/log-entry?id=" + ids.get("app/settings/log-entry"));

    logIn(shop);
    shownToOwner.forEach(this::isText);
    session().clearCookies();
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/platform/$"));
    shown.stream().filter(path -> path.matches("(admin|platform)/.*")).forEach(this::isText);
    isTextIn(Tradehall.mailbox().await(shop.email(), 1, Duration.ofSeconds(45)));
  }

  /** Somebody with such a name. */
  private long signUp() {
    var stranger = new Visitor();
    var form = Form.of(stranger.get("signup").body()).get(0);
    var fields = form.pressed("form:signUp", (name, field) -> sensible(field));
    assertThat(Visitor.location(stranger.post("signup", fields))).endsWith("/setup");
    return Sql.superuser().number("select id from users where email = ?", guest);
  }

  private static long latest(String log, String action) {
    return Sql.superuser().number("select max(id) from " + log + " where action = ?", action);
  }

  private void suspend() {
    var path = "platform/business?id=" + shop.businessId();
    for (var form : Form.of(visitor.get(path).body())) {
      if (form.id().equals("suspend")) {
        visitor.post(path, form.pressed("suspend:go", (name, field) -> payload(most(field))));
      }
    }
    assertThat(
            Sql.superuser().column("select status from businesses where id = ?", shop.businessId()))
        .containsExactly("SUSPENDED");
  }

  /** The pages on which something of what was written stands. */
  private List<String> shownTo(Visitor person) {
    var shown = new ArrayList<String>();
    for (var page : Pages.all()) {
      var path = page.address(ids.containsKey(page.name()) ? ids : Map.of(page.name(), 1L));
      var body = person.get(path).body();
      isHarmless(path, body);
      if (body.contains(IN_TEXT)) {
        shown.add(path);
      }
    }
    return shown;
  }

  private static void isTextIn(CaughtMail mail) {
    var source = mail.source().replaceAll("=\r?\n", "");
    assertThat(source.substring(source.indexOf("text/html")))
        .contains(IN_TEXT)
        .doesNotContain("<img src", "<b id=");
  }

  private void fillInForms(List<String> folders) {
    fillInForms(folders, (name, field) -> payload(most(field)));
    fillInForms(folders, (name, field) -> sensible(field));
  }

  /** Presses what saves, not what ends or deletes something; a file has been sent before. */
  private void fillInForms(List<String> folders, java.util.function.BinaryOperator<String> typed) {
    for (var page : Pages.all()) {
      if (folders.stream().noneMatch(page::isIn) || TAKE_FILES.contains(page.name())) {
        continue;
      }
      var path = page.address(ids);
      for (var form : Form.of(visitor.get(path).body())) {
        form.buttons()
            .forEach(
                (button, classes) -> {
                  if (classes.contains("primary") && !form.texts().isEmpty()) {
                    var sent = form.pressed(button, typed);
                    // Nobody gives more than he has, and the first in the list is not the staff's.
                    sent.keySet().removeIf(name -> name.endsWith(":businessPermissions"));
                    var answer = visitor.post(path, sent);
                    assertThat(answer.statusCode()).as(path).isIn(200, 302);
                    isHarmless(button + " on " + path, answer.body());
                  }
                });
      }
    }
  }

  private static int most(String field) {
    var most = Form.attribute(field, "maxlength");
    return most.isEmpty() ? 200 : Integer.parseInt(most);
  }

  private String sensible(String field) {
    if (field.contains("inputmode=\"decimal\"") || field.contains("type=\"number\"")) {
      return "1";
    }
    if (field.contains("type=\"date\"")) {
      return Form.attribute(field, "value");
    }
    if (field.contains("type=\"email\"")) {
      return guest;
    }
    return field.contains("type=\"password\"") ? Shop.PASSWORD : payload(most(field));
  }

  /** Scripts may hold it in their texts, as long as it does not end them. */
  private static void isHarmless(String where, String body) {
    assertThat(body).as(where).doesNotContainPattern(COMPUTED);
    assertThat(SCRIPT.matcher(body).replaceAll("")).as(where).doesNotContain(AS_MARKUP);
  }

  private void isText(String path) {
    open(path);
    assertThat(page.evaluate("() => window.hacked === undefined")).as(path).isEqualTo(true);
    assertThat(page.locator("#hacked, img[src='x']").count()).as(path).isZero();
    assertThat(page.content()).as(path).doesNotContainPattern(COMPUTED);
  }

  /** What scripts put on the page from what they were sent. */
  private void picksProductsAsText() {
    open("app/sales/new");
    for (var picker : List.of("#products", "#customers")) {
      page.locator(picker + " input").fill("'\"></s");
      page.locator(picker + " [role=option]").first().waitFor();
      assertThat(page.locator(picker + " [role=option]").first().textContent()).contains("hacked");
      assertThat(page.locator("#hacked, img[src='x']").count()).isZero();
    }
    assertThat(page.evaluate("() => window.hacked === undefined")).isEqualTo(true);
  }
}
