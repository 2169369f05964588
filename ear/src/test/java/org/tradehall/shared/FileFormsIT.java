package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
 * Every form with a file on every page of the war, sent in a way in which no browser sends it: that
 * is the sender's fault, not the server's. New pages are walked without being named here.
 */
class FileFormsIT {

  /**
   * None of them is {@code multipart/form-data} with parts in it. What cannot be a form at all is
   * answered by the page as it was.
   */
  private static final Map<String, Integer> ANSWERS =
      Map.of(
          "application/x-www-form-urlencoded", 415,
          "multipart/form-data; boundary=none", 400,
          "multipart/form-data", 200,
          "multipart/mixed; boundary=none", 200,
          "text/plain", 200);

  private final Shop shop = Shop.open();
  private final Visitor visitor = new Visitor();
  private final Map<String, Long> ids = new HashMap<>();

  @BeforeEach
  void furnish() {
    Sql.superuser().run("delete from login_attempts");
    ids.putAll(new Furnished(shop, "file").ofPages());
  }

  @Test
  void a_file_of_a_business_comes_in_parts_or_is_refused() {
    visitor.logIn(shop.email(), Shop.PASSWORD);
    assertThat(walk(page -> page.isIn("app") || page.isIn("account"))).isPositive();
  }

  @Test
  void a_file_of_the_staff_comes_in_parts_or_is_refused() {
    var staff = Staff.in("Superadmin");
    visitor.logIn(staff.email(), Shop.PASSWORD);
    ids.put("platform/log-entry", staff.userId());
    assertThat(walk(page -> page.isIn("platform") || page.isIn("admin"))).isPositive();
  }

  /** How many buttons were pressed. */
  private int walk(Predicate<Page> wanted) {
    var pressed = 0;
    for (var page : Pages.all()) {
      if (wanted.test(page)) {
        var path = page.address(ids);
        for (var form : Form.of(visitor.get(path).body())) {
          if (!form.files().isEmpty()) {
            pressed += send(path, form);
          }
        }
      }
    }
    return pressed;
  }

  private int send(String path, Form form) {
    var before = Footprint.of(shop);
    for (var button : form.buttons().keySet()) {
      var fields = form.pressed(button, (name, field) -> "1");
      ANSWERS.forEach(
          (type, status) ->
              assertThat(visitor.post(path, fields, "Content-Type", type).statusCode())
                  .as("%s on %s as %s", button, path, type)
                  .isEqualTo(status));
    }
    assertThat(Footprint.of(shop)).as(path).isEqualTo(before);
    return form.buttons().size();
  }
}
