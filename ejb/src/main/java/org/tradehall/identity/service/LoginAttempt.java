package org.tradehall.identity.service;

import java.time.Duration;

/**
 * What became of an attempt to log in.
 *
 * @param userId who it is; null unless the credentials were right
 * @param pause how long to wait before the next attempt; null unless it is too early
 */
public record LoginAttempt(Outcome outcome, Long userId, Duration pause) {

  /** How it ended. */
  public enum Outcome {
    /** All that was asked for was right. */
    RIGHT,
    /** The password was right; now the second step. */
    SECOND_STEP,
    WRONG,
    /** It was not even judged, because too many went before. */
    TOO_EARLY
  }

  static LoginAttempt of(Outcome outcome, Long userId) {
    return new LoginAttempt(outcome, userId, null);
  }

  static LoginAttempt wrong() {
    return new LoginAttempt(Outcome.WRONG, null, null);
  }

  static LoginAttempt tooEarly(Duration pause) {
    return new LoginAttempt(Outcome.TOO_EARLY, null, pause);
  }
}
