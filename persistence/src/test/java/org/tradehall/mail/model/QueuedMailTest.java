package org.tradehall.mail.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueuedMailTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final QueuedMail mail = new QueuedMail("a@b.example", "Hello", "body", "page", NOW);

  @Test
  void what_was_delivered_is_forgotten() {
    mail.delivered(NOW);
    assertThat(mail.getBody()).isNull();
    assertThat(mail.getPage()).isNull();
    assertThat(mail.getSentAt()).isEqualTo(NOW);
  }

  @Test
  void each_failure_doubles_the_pause_up_to_an_hour() {
    mail.failed("no", NOW);
    assertThat(mail.getDueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    mail.failed("no", NOW);
    assertThat(mail.getDueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    for (var i = 0; i < 8; i++) {
      mail.failed("no", NOW);
    }
    assertThat(mail.getDueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(mail.getBody()).isEqualTo("body");
  }

  @Test
  void after_the_twelfth_failure_it_is_given_up_and_forgotten() {
    for (var i = 0; i < 12; i++) {
      mail.failed("no", NOW);
    }
    assertThat(mail.getGivenUpAt()).isEqualTo(NOW);
    assertThat(mail.getBody()).isNull();
  }
}
