package org.tradehall.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Base of the browser tests: for each test a browser that knows nothing but the unchanging files
 * that the tests before have loaded, like that of a returning customer, and guards over all that
 * happens in it. A test fails when a page throws, writes an error to the console (a breach of the
 * content security policy is one), or gets no answer or an error for a request, unless the test
 * {@link #expect}s it. A failed test leaves a screenshot in {@code target/it-1/screenshots}, by the
 * number of its fork.
 */
public abstract class InBrowser {

  private static final String LOCALE = "en-IE";

  /**
   * Milliseconds for what takes a second on an idle machine. As long as the longest wait of a page
   * that still answers: it then asks the primary in the stead of a replica that does not (20 s).
   */
  private static final double PATIENCE = 30_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  /** In which the next test goes on; null if there is none. */
  private static BrowserContext kept;

  private final Consumer<Page> guard = this::guard;
  private final List<String> troubles = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  private BrowserContext session;

  /** Whether the next test can go on in its session. */
  private boolean good = true;

  /** The first tab. */
  protected Page page;

  @BeforeEach
  void openBrowser() {
    session = kept == null ? newSession(LOCALE) : kept;
    kept = null;
    openTab();
  }

  /** Goes on in a fresh session of a browser whose user speaks another language. */
  protected void changeBrowser(String locale) {
    good = false;
    session.close();
    session = newSession(locale);
    openTab();
  }

  private static BrowserContext newSession(String locale) {
    var fresh =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(Tradehall.server().url())
                    .setLocale(locale)
                    .setTimezoneId("Europe/Berlin")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(1440, 900));
    fresh.setDefaultTimeout(PATIENCE);
    fresh.setDefaultNavigationTimeout(PATIENCE);
    return fresh;
  }

  private void openTab() {
    session.onPage(guard);
    page = session.newPage();
  }

  /** Only of what failed: a screenshot takes as long as a page. */
  @RegisterExtension
  final AfterTestExecutionCallback onFailure =
      test -> {
        if (test.getExecutionException().isPresent() || !troubles.isEmpty()) {
          good = false;
          screenshot(test);
        }
      };

  private void screenshot(ExtensionContext test) {
    var name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Tradehall.WORK.resolve("screenshots/" + name.replaceAll("\\W+", "_") + ".png"))
            .setFullPage(true));
  }

  @AfterEach
  void closeBrowser() {
    session.offPage(guard);
    if (good && troubles.isEmpty()) {
      forget();
      kept = session;
    } else {
      session.close();
    }
    assertThat(troubles).as("what the browser complained of").isEmpty();
  }

  /** Cookies and what pages have stored; files that never change stay. */
  private void forget() {
    session.clearCookies();
    var where = new JsonObject();
    where.addProperty("origin", Tradehall.server().url());
    where.addProperty("storageTypes", "local_storage,indexeddb,cache_storage,service_workers");
    session.newCDPSession(page).send("Storage.clearDataForOrigin", where);
    session.pages().forEach(Page::close);
  }

  private void guard(Page tab) {
    tab.onPageError(error -> note("Page error at " + tab.url() + ": " + error));
    tab.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            note("Console at " + message.location() + ": " + message.text());
          }
        });
    tab.onRequestFailed(
        request -> {
          // Leaving a page cuts off what it was still loading.
          if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
            note("No answer from " + request.url() + ": " + request.failure());
          }
        });
    tab.onResponse(
        response -> {
          if (response.status() >= 400) {
            note("Status " + response.status() + " from " + response.url());
          }
        });
  }

  private void note(String trouble) {
    if (expected.stream().noneMatch(pattern -> pattern.matcher(trouble).find())) {
      troubles.add(trouble);
    }
  }

  /** Lets the guards pass what matches, for a test that is about it. */
  protected void expect(String regex) {
    expected.add(Pattern.compile(regex));
  }

  /** One more tab of the same session. */
  protected Page newTab() {
    return session.newPage();
  }

  protected BrowserContext session() {
    return session;
  }

  /** Goes to a page, given without a leading slash. */
  protected void open(String path) {
    page.navigate(Tradehall.url(path).toString());
  }

  /** Logs in through the login page, as it comes when a page of the application is asked for. */
  protected void logIn(Shop shop) {
    open("app/dashboard");
    logIn(shop.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/app/dashboard"));
  }

  /** Logs in and comes to the panel of the platform staff. */
  protected void logIn(Staff staff) {
    open("login");
    logIn(staff.email(), Shop.PASSWORD);
    page.waitForURL(Pattern.compile("/(platform|admin)/$"));
  }

  /** Fills in the login page that is shown. */
  protected void logIn(String email, String password) {
    field("E-mail").fill(email);
    field("Password").fill(password);
    button("Log in").click();
  }

  /** An input by its label. */
  protected Locator field(String label) {
    // The browser knows no \\Q...\\E.
    var literal = label.replaceAll("[^\\w\\s]", "\\\\$0");
    return page.getByLabel(Pattern.compile("^" + literal + "(?!\\w)"))
        .and(page.locator(":not(button)"));
  }

  /** For {@code page.locator(css, withText(...))}. */
  protected static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  protected Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  protected Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
