package org.tradehall.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The pages on which people of this machine read the mailbox. */
final class MailboxPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());

  private static final String LAYOUT =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>%s</title><style>
      body{margin:0 auto;max-width:760px;padding:32px 20px;font:15px/1.5 system-ui,sans-serif}
      h1{margin:0 0 4px;font-size:22px}p{margin:0 0 20px;opacity:.7}a{color:inherit}
      ul{margin:0;padding:0;list-style:none;border-top:1px solid #8884}
      li{border-bottom:1px solid #8884}li a{display:block;padding:12px 4px;text-decoration:none}
      li a:hover{background:#8882}small{display:block;opacity:.7}time{float:right;opacity:.7}
      iframe{width:100%%;height:70vh;border:1px solid #8884;border-radius:8px;background:#fff}
      pre{white-space:pre-wrap;overflow-wrap:anywhere}
      </style></head><body>%s</body></html>""";

  private final Mailbox mailbox;
  private final HttpServer server;

  MailboxPage(Mailbox mailbox, Executor workers) {
    this.mailbox = mailbox;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new LaunchException("The mailbox could not be opened: " + e.getMessage(), e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::answer);
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Whoever lets a name of his own point here would otherwise read the mails from his pages.
      var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      if (!host.matches("(localhost|127\\.0\\.0\\.1):" + port())) {
        send(exchange, 403, "Only localhost is served here.");
        return;
      }
      var path = exchange.getRequestURI().getPath();
      var page = path.equals("/") ? list() : one(path);
      send(exchange, page == null ? 404 : 200, page == null ? "There is no such mail." : page);
    }
  }

  private String list() {
    var rows =
        mailbox.mails().stream()
            .map(
                mail ->
                    "<li><a href=\"/%d\"><time>%s</time>%s<small>%s</small></a></li>"
                        .formatted(
                            mail.number(),
                            TIME.format(mail.arrived()),
                            escape(mail.subject()),
                            escape(mail.recipient())))
            .collect(Collectors.joining());
    var body =
        "<h1>Mail</h1><p>What Tradehall mails is caught here; it reaches nobody.</p>"
            + (rows.isEmpty() ? "No mail yet." : "<ul>" + rows + "</ul>");
    return LAYOUT.formatted("Mail", body);
  }

  /** Null if there is no such mail. */
  private String one(String path) {
    if (!path.matches("/\\d{1,9}(/page)?")) {
      return null;
    }
    var number = Integer.parseInt(path.split("/", 3)[1]);
    return mailbox
        .mail(number)
        .map(mail -> path.endsWith("/page") ? mail.html() : one(mail))
        .orElse(null);
  }

  private static String one(CaughtMail mail) {
    var body =
        "<p><a href=\"/\">All mail</a></p><h1>%s</h1><p>To %s, from %s</p>%s"
            .formatted(
                escape(mail.subject()),
                escape(mail.recipient()),
                escape(mail.from()),
                mail.html().isEmpty()
                    ? "<pre>" + escape(mail.text()) + "</pre>"
                    : "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"The"
                        + " mail\" src=\"/"
                        + mail.number()
                        + "/page\"></iframe>");
    return LAYOUT.formatted(escape(mail.subject()), body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void send(HttpExchange exchange, int status, String page) throws IOException {
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
