package org.tradehall.identity.view;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right, and who still has to take the second step. Nobody is logged in
 * by this.
 *
 * @param from where the person wanted to go; null if nowhere
 */
record HalfLoggedIn(Long userId, Instant until, String from) implements Serializable {

  private static final String ATTRIBUTE = HalfLoggedIn.class.getName();
  private static final Duration TIME = Duration.ofMinutes(5);

  static void begin(HttpServletRequest request, Long userId, String from) {
    var until = Clock.systemUTC().instant().plus(TIME);
    request.getSession().setAttribute(ATTRIBUTE, new HalfLoggedIn(userId, until, from));
  }

  /** Empty if nobody is, or it took too long. */
  static Optional<HalfLoggedIn> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return Optional.ofNullable(session)
        .map(known -> (HalfLoggedIn) known.getAttribute(ATTRIBUTE))
        .filter(half -> Clock.systemUTC().instant().isBefore(half.until()));
  }

  static void end(HttpServletRequest request) {
    request.getSession().removeAttribute(ATTRIBUTE);
  }
}
