package org.tradehall.launcher;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail as it arrived.
 *
 * @param number counted from 1
 * @param recipient whom the envelope named, in lower case
 * @param to the addresses in the header
 * @param text the plain text; empty if there is none
 * @param html the page; empty if there is none
 * @param source all of it, as it was sent
 */
public record CaughtMail(
    int number,
    Instant arrived,
    String recipient,
    List<String> to,
    String from,
    String subject,
    String text,
    String html,
    String source) {

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  static CaughtMail of(int number, Instant now, String recipient, byte[] data) {
    try {
      var message = new MimeMessage(session(), new ByteArrayInputStream(data));
      return new CaughtMail(
          number,
          now,
          recipient.toLowerCase(java.util.Locale.ROOT),
          texts(message.getRecipients(Message.RecipientType.TO)),
          String.join(", ", texts(message.getFrom())),
          String.valueOf(message.getSubject()),
          part(message, "text/plain"),
          part(message, "text/html"),
          new String(data, StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new LaunchException("A mail could not be read: " + e.getMessage(), e);
    }
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  private static List<String> texts(Address[] addresses) {
    return addresses == null ? List.of() : Stream.of(addresses).map(Address::toString).toList();
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString().replace("\r\n", "\n");
    }
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount(); i++) {
        var found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** The first address of a page in the text. */
  public String link() {
    var link = LINK.matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("There is no link in: " + text);
    }
    return link.group();
  }
}
