package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Footprint;
import org.tradehall.harness.Form;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.Pages;
import org.tradehall.harness.Pages.Page;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Visitor;

/**
 * Every button of every form on every page of the war, pressed by somebody else's site in the name
 * of who is logged in: nothing changes. New pages and forms are walked without being named here.
 */
class ForgedFormsIT {

  private static final String STATE = "jakarta.faces.ViewState";

  /** What a browser says of where a form stood; each button is pressed with one of them. */
  private static final List<String> ELSEWHERE =
      List.of(
          "Origin=https://evil.example",
          "Origin=null",
          "Sec-Fetch-Site=cross-site",
          "Sec-Fetch-Site=same-site");

  private final Shop shop = Shop.open();
  private final Visitor victim = new Visitor();
  private final Map<String, Long> ids = new HashMap<>();
  private final Set<String> tried = new HashSet<>();
  private String foreignState;
  private long person = shop.userId();

  @BeforeEach
  void furnish() {
    Sql.superuser().run("delete from login_attempts");
    ids.putAll(new Furnished(shop, "forged").ofPages());
    var attacker = new Visitor();
    attacker.logIn(Shop.open().email(), Shop.PASSWORD);
    foreignState = form(attacker.get("app/customers/new").body(), "form").values().get(STATE);
    assertThat(foreignState).isNotEmpty();
  }

  @Test
  void no_form_of_a_business_or_an_account_takes_what_another_site_sends() {
    victim.logIn(shop.email(), Shop.PASSWORD);
    assertThat(walk(page -> !ofStaff(page))).isGreaterThan(30);
    assertThat(victim.isIn()).isTrue();
    isTakenFromOurOwnPage();
  }

  /** Otherwise the walk would prove nothing. */
  private void isTakenFromOurOwnPage() {
    var customers = shop.count("customers");
    var form = form(victim.get("app/customers/new").body(), "form");
    victim.post(
        "app/customers/new",
        form.pressed("form:save", (name, field) -> name.contains("email") ? "" : "x"));
    assertThat(shop.count("customers")).isEqualTo(customers + 1);
  }

  @Test
  void no_form_of_the_staff_takes_what_another_site_sends() {
    var staff = Staff.in("Superadmin");
    person = staff.userId();
    victim.logIn(staff.email(), Shop.PASSWORD);
    suspendAndResume();
    ids.put("platform/log-entry", Sql.superuser().number("select max(id) from platform_logs"));
    assertThat(walk(ForgedFormsIT::ofStaff)).isGreaterThanOrEqualTo(10);
    assertThat(victim.get("platform/").statusCode()).isEqualTo(200);
  }

  private void suspendAndResume() {
    var path = "platform/business?id=" + shop.businessId();
    for (var id : new String[] {"suspend", "resume"}) {
      var form = form(victim.get(path).body(), id);
      victim.post(path, form.pressed(id + ":go", (name, field) -> "Bill of May"));
    }
    var entries = "select count(*) from platform_logs where entity_id = ?";
    assertThat(Sql.superuser().number(entries, shop.businessId())).isEqualTo(2);
  }

  private static boolean ofStaff(Page page) {
    return page.isIn("platform") || page.isIn("admin");
  }

  /** How many buttons were pressed. */
  private int walk(Predicate<Page> wanted) {
    for (var page : Pages.all()) {
      if (wanted.test(page)) {
        var path = page.address(ids);
        var answer = victim.get(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 302, 404);
        var before = Footprint.of(shop, person);
        Form.of(answer.body()).forEach(form -> attack(path, form));
        assertThat(Footprint.of(shop, person)).as(path).isEqualTo(before);
      }
    }
    return tried.size();
  }

  private void attack(String path, Form form) {
    for (var button : form.buttons().keySet()) {
      // Those of the header stand on every page.
      if (tried.add(button + (form.id().equals("form") ? path : ""))) {
        var fields = form.pressed(button, (name, field) -> "forged");
        var state = new HashMap<>(fields);
        state.remove(STATE);
        victim.post(path, state);
        state.put(STATE, foreignState);
        victim.post(path, state);
        var from = ELSEWHERE.get(tried.size() % ELSEWHERE.size());
        assertThat(victim.post(path, fields, from.split("=", -1)).statusCode())
            .as("%s on %s, %s", button, path, from)
            .isEqualTo(403);
      }
    }
  }

  private static Form form(String page, String id) {
    return Form.of(page).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
