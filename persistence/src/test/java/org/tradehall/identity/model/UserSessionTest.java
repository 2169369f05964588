package org.tradehall.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserSessionTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final UserSession session = new UserSession("x", 1L, "10.0.0.1", "Firefox", START);

  private static final Duration IDLE = Duration.ofMinutes(60);

  private static Instant after(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void it_ends_after_an_hour_without_a_request() {
    assertThat(session.isOver(after(60), IDLE)).isFalse();
    assertThat(session.isOver(after(61), IDLE)).isTrue();
  }

  @Test
  void it_ends_after_twelve_hours_whatever_is_done() {
    for (var minute = 0; minute <= 720; minute += 30) {
      assertThat(session.isOver(after(minute), IDLE)).isFalse();
      session.seen(after(minute));
    }
    assertThat(session.isOver(after(721), IDLE)).isTrue();
  }

  @Test
  void how_long_nothing_may_be_done_is_told() {
    assertThat(session.isOver(after(6), Duration.ofMinutes(5))).isTrue();
    assertThat(session.isOver(after(6), Duration.ofMinutes(7))).isFalse();
  }

  @Test
  void being_seen_is_noted_once_a_minute() {
    session.seen(START.plusSeconds(59));
    assertThat(session.getLastSeenAt()).isEqualTo(START);
    session.seen(START.plusSeconds(61));
    assertThat(session.getLastSeenAt()).isEqualTo(START.plusSeconds(61));
  }

  @Test
  void once_ended_it_stays_so() {
    session.end(after(1));
    assertThat(session.isOver(after(1), IDLE)).isTrue();
  }
}
