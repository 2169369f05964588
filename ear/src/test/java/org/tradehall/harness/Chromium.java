package org.tradehall.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the browser tests: an installed Chromium; where there is none, Debian's package on
 * Debian, otherwise Playwright's own download. Says which.
 */
final class Chromium {

  private static final List<String> NAMES =
      List.of(
          // Without all that only a window needs: tests take a fifth less time.
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Playwright playwright;
  private static Browser browser;

  private Chromium() {}

  static synchronized Browser browser() {
    if (browser == null) {
      browser = launch(installed().or(Chromium::fromDebian));
    }
    return browser;
  }

  private static Browser launch(Optional<Path> program) {
    var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(OPTIONS);
    var environment =
        program.isPresent()
            ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            : Map.<String, String>of();
    program.ifPresentOrElse(
        path -> {
          Tradehall.tell("Browser tests use " + path);
          options.setExecutablePath(path);
        },
        () -> Tradehall.tell("No Chromium is installed; Playwright downloads its own"));
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    return playwright.chromium().launch(options);
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fromDebian() {
    var name = NAMES.get(0);
    var unpacked = Debian.get(name, name, "No Chromium");
    return unpacked.map(folder -> folder.resolve(name)).or(Chromium::installed);
  }

  static synchronized void close() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
      browser = null;
    }
  }
}
