package org.tradehall.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who speaks HTTP with the pages by hand: keeps cookies, follows no redirect, and sends a
 * form as it was given or otherwise.
 */
public final class Visitor {

  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");

  private final Function<String, URI> pages;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** On the server that all tests share. */
  public Visitor() {
    this(Tradehall::url);
  }

  /** On another server. */
  public Visitor(Apart other) {
    this(path -> URI.create(other.server().url() + path));
  }

  private Visitor(Function<String, URI> pages) {
    this.pages = pages;
  }

  /**
   * @param headers names and values by turns
   */
  public HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(pages.apply(path)).GET(), headers);
  }

  /** Fetches a page and sends its form with these values. */
  public HttpResponse<String> submit(String path, String button, Map<String, String> values) {
    var page = get(path).body();
    return post(path, fields(page, button, values));
  }

  /** What the form of a page would send. */
  public static Map<String, String> fields(String page, String button, Map<String, String> values) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("form", "form");
    values.forEach((name, value) -> fields.put("form:" + name, value));
    fields.put("form:" + button, "");
    fields.put("jakarta.faces.ViewState", first(VIEW_STATE, page));
    fields.put("primefaces.nonce", first(NONCE, page));
    return fields;
  }

  private static String first(Pattern pattern, String page) {
    var found = pattern.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(pages.apply(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(request, headers);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> logIn(String email, String password) {
    return submit("login", "logIn", Map.of("email", email, "password", password));
  }

  /** Whether the pages of a business are open to the visitor. */
  public boolean isIn() {
    return get("app/dashboard").statusCode() == 200;
  }

  /** The value of a cookie; empty if there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Where an answer leads to; empty if nowhere. */
  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** Has a cookie that it was not given. */
  public void plant(String name, String value) {
    var cookie = new HttpCookie(name, value);
    // What the JDK takes a host without a dot for; otherwise it would be a second one of the name.
    cookie.setDomain("localhost.local");
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(Tradehall.server().url()), cookie);
  }
}
