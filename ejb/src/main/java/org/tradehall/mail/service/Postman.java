package org.tradehall.mail.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.tradehall.mail.model.QueuedMail;

/** Hands a mail to the mail server that the server's configuration names. */
@ApplicationScoped
public class Postman {

  /** What the server's configuration has for no user, which it does not let be empty. */
  private static final String NOBODY = "-";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @Resource(lookup = "java:jboss/mail/tradehall")
  Session configured;

  @Inject Clock clock;

  void deliver(QueuedMail mail) throws MessagingException {
    var session = session();
    var message = message(session, mail);
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /** Where the configuration names nobody, nobody is to be logged in. */
  private Session session() {
    if (!NOBODY.equals(configured.getProperty("mail.smtp.user"))) {
      return configured;
    }
    var properties = new Properties();
    properties.putAll(configured.getProperties());
    properties.remove("mail.smtp.user");
    properties.remove("mail.smtp.auth");
    return Session.getInstance(properties);
  }

  private MimeMessage message(Session session, QueuedMail mail) throws MessagingException {
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(session.getProperty("mail.from")));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.getRecipient(), true));
    message.setSubject(mail.getSubject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // Machines are asked not to answer (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    var text = new MimeBodyPart();
    text.setText(mail.getBody(), UTF_8);
    var page = new MimeBodyPart();
    page.setText(mail.getPage(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, page));
    return message;
  }
}
