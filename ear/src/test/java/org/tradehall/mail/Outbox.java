package org.tradehall.mail;

import java.time.Duration;
import java.util.List;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.launcher.CaughtMail;

/** What came out of the outbox, and what is in it. Not for inside the container. */
final class Outbox {

  private static final Duration SOON = Duration.ofSeconds(45);

  private Outbox() {}

  static CaughtMail await(String recipient, int least) {
    return Tradehall.mailbox().await(recipient, least, SOON);
  }

  static List<CaughtMail> mails(String recipient) {
    return Tradehall.mailbox().mails(recipient);
  }

  /** The mail arrives a moment before the outbox knows: its row stays locked that long. */
  static void awaitSent(String recipient) {
    Sql.superuser().run("select from mails where recipient = '" + recipient + "' for update");
  }

  static List<String> contents(String recipient) {
    return Sql.superuser().column("select body from mails where recipient = ?", recipient);
  }
}
