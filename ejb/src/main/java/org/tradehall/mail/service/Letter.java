package org.tradehall.mail.service;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A mail written out, as plain text and as a simple page. */
record Letter(String subject, String text, String page) {

  private static final String BUNDLES = "org.tradehall.mail.";

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "ckb", "yi");

  private static final ResourceBundle.Control ENGLISH_OTHERWISE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * @param url where it leads; null if it leads nowhere
   * @param home address of the installation that sends it
   */
  static Letter of(Mail mail, String url, String home) {
    var words = new Words(mail);
    return new Letter(
        line(words.filled("subject", Letter::line)),
        text(words, url, home),
        page(words, url, home));
  }

  private static String text(Words words, String url, String home) {
    var text = new StringBuilder(words.filled("body", Letter::line));
    if (url != null) {
      text.append("\n\n").append(words.of("action")).append(":\n").append(url);
    }
    return text.append("\n\n-- \n").append(words.foot(home)).append('\n').toString();
  }

  private static String page(Words words, String url, String home) {
    var page = new StringBuilder();
    for (var paragraph : List.of(words.filled("body", Letter::escape).split("\n\n", -1))) {
      page.append("<p style=\"margin:0 0 16px\">").append(paragraph).append("</p>\n");
    }
    if (url != null) {
      page.append(
          """
          <p style="margin:24px 0"><a href="%s" target="_blank" rel="noopener noreferrer" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2f5bd0;color:#ffffff;font-weight:600;text-decoration:none">%s</a></p>
          """
              .formatted(escape(url), escape(words.of("action"))));
    }
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body style="margin:0;padding:32px 16px;background:#f4f5f7;color:#1c2026;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
        <div style="max-width:520px;margin:0 auto;padding:32px;border-radius:12px;background:#ffffff">
        %s</div>
        <p style="max-width:520px;margin:16px auto 0;color:#6b7280;font-size:13px">%s</p>
        </body></html>
        """
        .formatted(
            words.locale().toLanguageTag(),
            RIGHT_TO_LEFT.contains(words.locale().getLanguage()) ? "rtl" : "ltr",
            words.filled("subject", Letter::escape),
            page,
            escape(words.foot(home)));
  }

  /** Nobody's name may begin a line of its own, where a mail server would read a header. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static String escape(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The words of one template in the recipient's language. */
  private static final class Words {

    private final Mail mail;
    private final String key;
    private final ResourceBundle bundle;

    Words(Mail mail) {
      this.mail = mail;
      var dot = mail.template().indexOf('.');
      this.key = mail.template().substring(dot + 1);
      this.bundle = bundle(mail.template().substring(0, dot));
    }

    private ResourceBundle bundle(String name) {
      return ResourceBundle.getBundle(BUNDLES + name, mail.locale(), ENGLISH_OTHERWISE);
    }

    Locale locale() {
      return mail.locale();
    }

    String of(String part) {
      return bundle.getString(key + "." + part);
    }

    String filled(String part, UnaryOperator<String> safe) {
      return new MessageFormat(of(part), mail.locale())
          .format(mail.arguments().stream().map(safe).toArray());
    }

    String foot(String home) {
      return new MessageFormat(bundle("mail").getString("foot"), mail.locale())
          .format(new Object[] {home});
    }
  }
}
