package org.tradehall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** The outbox itself, filled by hand. */
class MailDeliveryIT {

  private final String recipient = UUID.randomUUID() + "@example.org";

  @BeforeEach
  void start() {
    assertThat(Tradehall.server().isRunning()).isTrue();
  }

  @Test
  void what_a_node_left_behind_another_delivers_once() {
    queue(recipient, "now()");
    Outbox.await(recipient, 1);
    Outbox.awaitSent(recipient);
    assertThat(Outbox.mails(recipient)).hasSize(1);
    assertThat(Sql.superuser().column("select attempts from mails where recipient = ?", recipient))
        .containsExactly("1");
  }

  @Test
  void what_is_not_due_yet_waits() {
    queue(recipient, "now() + interval '1 hour'");
    var other = "later-" + recipient;
    queue(other, "now()");
    Outbox.await(other, 1);
    assertThat(Outbox.mails(recipient)).isEmpty();
  }

  private static void queue(String to, String due) {
    Sql.superuser()
        .run(
            "insert into mails (id, recipient, subject, body, page, created_at, due_at, attempts)"
                + " values (nextval('ids'), ?, 'Hello', 'text', '<p>page</p>', now(), "
                + due
                + ", 0)",
            to);
  }
}
