package org.tradehall.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.Pages;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Visitor;

/**
 * Markup, expressions and line breaks in everything that an address can carry: they come back as
 * text, if at all, and never in a header.
 */
class ReflectedInputIT {

  private static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>";
  private static final String ATTACK =
      MARKUP + "#{1111*1111}${1111*1111}\r\nX-Injected: 1\r\n\r\n<img src=x>";

  /** Read by pages themselves, without being declared. */
  private static final Map<String, String> MORE =
      Map.of(
          "app/expenses/show", "recorded",
          "app/imports/new", "mapping",
          "app/sales/new", "text",
          "app/sales/show", "recorded",
          "app/settings/business", "branch");

  private final Shop shop = Shop.open();
  private final Visitor visitor = new Visitor();

  @BeforeEach
  void forgetAttempts() {
    Sql.superuser().run("delete from login_attempts");
  }

  @Test
  void parameters_of_pages_come_back_as_text() {
    visitor.logIn(shop.email(), Shop.PASSWORD);
    assertThat(tryAll(new Furnished(shop, "x").ofPages(), true)).isGreaterThan(60);
  }

  @Test
  void parameters_of_the_staffs_pages_come_back_as_text() {
    visitor.logIn(Staff.in("Superadmin").email(), Shop.PASSWORD);
    assertThat(tryAll(new Furnished(shop, "x").ofPages(), false)).isGreaterThan(20);
  }

  @Test
  void what_is_not_there_is_not_repeated_as_markup() {
    for (var folder :
        List.of("", "app/", "errors/", "jakarta.faces.resource/", "api/v1/", "api-docs/")) {
      var answer = visitor.get(folder + encoded(ATTACK));
      isHarmless(folder, answer);
      assertThat(answer.statusCode()).as(folder).isGreaterThanOrEqualTo(300);
    }
    isHarmless("a header", visitor.get("login", "Accept-Language", MARKUP, "Referer", MARKUP));
  }

  private int tryAll(Map<String, Long> ids, boolean people) {
    var tried = 0;
    for (var page : Pages.all()) {
      var ofStaff = page.isIn("platform") || page.isIn("admin");
      if (ofStaff == people) {
        continue;
      }
      var known = new HashMap<>(ids);
      known.putIfAbsent(page.name(), 1L);
      var path = page.address(known);
      var names = new ArrayList<>(page.parameters());
      names.add(MORE.getOrDefault(page.name(), "from"));
      for (var name : names) {
        var address = path.replaceAll("[?&]" + name + "=[^&]*", "");
        var query = (address.contains("?") ? "&" : "?") + name + "=" + encoded(ATTACK);
        isHarmless(address + query, visitor.get(address + query));
        tried++;
      }
    }
    return tried;
  }

  private static void isHarmless(String where, HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("X-Injected")).as(where).isEmpty();
    assertThat(answer.statusCode()).as(where).isIn(200, 302, 400, 401, 403, 404);
    var type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.contains("html") || type.contains("xml")) {
      assertThat(answer.body())
          .as(where)
          .doesNotContain("<img src=x", "<script>alert")
          .doesNotContainPattern(StoredScriptBrowserIT.COMPUTED)
          .doesNotContainIgnoringCase("exception");
    } else {
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(where)
          .contains("nosniff");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
