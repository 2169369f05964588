package org.tradehall.shared;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Tradehall;

/** Requests that no browser sends. */
class HttpAttackIT {

  private static final String EVIL = "evil.example";

  private final Shop shop = Shop.open();

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND"})
  void methods_that_nobody_needs_are_refused(String method) throws IOException {
    for (var path : new String[] {"/login", "/app/dashboard", "/api/v1/products"}) {
      var answer = raw(method + " " + path, "Cookie: JSESSIONID=secret-of-mine");
      assertThat(answer.lines().findFirst().orElseThrow())
          .as(path)
          .matches("HTTP/1.1 (302|4\\d\\d|501) .*");
      assertThat(answer).as(path).doesNotContain("secret-of-mine");
    }
  }

  @Test
  void a_header_or_parameter_does_not_change_the_method() {
    var id = shop.goods("mug", "10", 1);
    var path = "products/" + id;
    for (var name :
        new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"}) {
      var read =
          shop.api().send("GET", path + "?_method=PUT", BodyPublishers.noBody(), name, "PUT");
      assertThat(read.status()).as(name).isEqualTo(200);
      assertThat(read.text("/name")).isEqualTo("mug");
      var posted =
          shop.api()
              .send("POST", path + "?_method=PUT", BodyPublishers.ofString("{}"), name, "PUT");
      assertThat(posted.status()).as(name).isEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app/dashboard", "/app/sales/?q=1", "/account/security", "/app"})
  void a_redirect_does_not_lead_to_the_host_that_a_request_claims(String path) throws IOException {
    assertThat(locations(raw("GET " + path, "Host: " + EVIL))).doesNotContain(EVIL);
    var forwarded = "Host: %s\r\nX-Forwarded-Host: %s\r\nForwarded: host=%s";
    assertThat(locations(raw("GET " + path, forwarded.formatted(own(), EVIL, EVIL))))
        .doesNotContain(EVIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources/",
        "resources/tradehall/css/",
        "WEB-INF/web.xml",
        "META-INF/MANIFEST.MF",
        "WEB-INF/templates/user.xhtml",
        "resources/tradehall/js/sale.js",
        "errors/",
        "jakarta.faces.resource/web.xml?ln=../WEB-INF",
        "jakarta.faces.resource/../WEB-INF/web.xml",
        "..%2fWEB-INF/web.xml",
        "%2e%2e/WEB-INF/web.xml"
      })
  void folders_and_sources_are_not_shown(String path) throws IOException {
    var answer = raw("GET /" + path, "Accept: */*");
    assertThat(answer.lines().findFirst().orElseThrow()).matches("HTTP/1.1 (302|4\\d\\d) .*");
    assertThat(answer).doesNotContain("<web-app", "ui:composition", "Index of", "Manifest-Version");
  }

  @Test
  void a_form_that_is_cut_off_is_its_senders_fault() throws IOException {
    var body = "--x\r\nContent-Disposition: form-data; name=\"form:email\"\r\n\r\nno";
    var head = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length();
    for (var path : new String[] {"login", "signup", "forgot"}) {
      assertThat(raw("POST /" + path, head, body)).as(path).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void the_name_of_a_download_is_ours() {
    var file = "a\r\nX-Injected: 1\r\n\";evil.exe";
    var name = java.net.URLEncoder.encode(file, ISO_8859_1);
    var body = BodyPublishers.ofString("sku,name\n1,Tea\n");
    var sent =
        shop.api()
            .send(
                "POST", "imports?mapping=products&file=" + name, body, "Content-Type", "text/csv");
    assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
    var report = shop.api().get("imports/" + sent.id() + "/report");
    assertThat(report.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"import-" + sent.id() + ".csv\"");
    assertThat(report.headers().firstValue("X-Injected")).isEmpty();
  }

  @Test
  void answers_to_who_is_logged_in_are_not_kept_by_anybody() {
    var person = new org.tradehall.harness.Visitor();
    person.logIn(shop.email(), Shop.PASSWORD);
    new Furnished(shop, "x")
        .ofPages()
        .forEach(
            (page, id) -> {
              var kept = person.get(page + "?id=" + id).headers().firstValue("Cache-Control");
              assertThat(kept.orElse("")).as(page).contains("no-store");
            });
    assertThat(shop.api().get("products").header("Cache-Control")).contains("no-store");
  }

  private static String locations(String answer) {
    return String.join("\n", answer.lines().filter(line -> line.startsWith("Location:")).toList());
  }

  private static String own() {
    return Tradehall.url("").getAuthority();
  }

  private static String raw(String start, String headers) throws IOException {
    return raw(start, headers, "");
  }

  /** One request as it is written, and all that comes back. */
  private static String raw(String start, String headers, String body) throws IOException {
    var url = Tradehall.url("");
    var host = headers.contains("Host:") ? "" : "Host: " + own() + "\r\n";
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(20_000);
      var request =
          start + " HTTP/1.1\r\n" + host + headers + "\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
