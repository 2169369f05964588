package org.tradehall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** The outbox itself, filled by hand. */
class MailDeliveryIT {

  private static final String LEFT_BEHIND = UUID.randomUUID() + "@example.org";
  private static final String NOT_DUE = UUID.randomUUID() + "@example.org";
  private static final String LATER = UUID.randomUUID() + "@example.org";

  /** All in time for the same round. */
  @BeforeAll
  static void queue() {
    assertThat(Tradehall.server().isRunning()).isTrue();
    queue(LEFT_BEHIND, "now()");
    queue(NOT_DUE, "now() + interval '1 hour'");
    queue(LATER, "now()");
  }

  @Test
  void what_a_node_left_behind_another_delivers_once() {
    Outbox.await(LEFT_BEHIND, 1);
    Outbox.awaitSent(LEFT_BEHIND);
    assertThat(Outbox.mails(LEFT_BEHIND)).hasSize(1);
    assertThat(
            Sql.superuser().column("select attempts from mails where recipient = ?", LEFT_BEHIND))
        .containsExactly("1");
  }

  @Test
  void what_is_not_due_yet_waits() {
    Outbox.await(LATER, 1);
    assertThat(Outbox.mails(NOT_DUE)).isEmpty();
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
