package org.tradehall.identity.view;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tradehall.identity.service.Passkeys;

/**
 * What a device was asked, kept until its answer comes, in the session and not in the page. It is
 * answered once, and not after some minutes. A session has one at a time.
 */
final class PasskeyQuestion implements Serializable {

  private static final String ATTRIBUTE = PasskeyQuestion.class.getName();

  private final String kept;
  private final String name;
  private final Instant until;
  private final AtomicBoolean answered = new AtomicBoolean();

  private PasskeyQuestion(String kept, String name, Instant until) {
    this.kept = kept;
    this.name = name;
    this.until = until;
  }

  /**
   * @param name of a passkey that is being made; null if one is to be shown
   */
  static void keep(HttpServletRequest request, String kept, String name) {
    var until = Clock.systemUTC().instant().plus(Passkeys.TIME);
    request.getSession().setAttribute(ATTRIBUTE, new PasskeyQuestion(kept, name, until));
  }

  /** Whoever comes first gets it, even of two at the same moment; empty if there is none. */
  static Optional<PasskeyQuestion> take(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (PasskeyQuestion) session.getAttribute(ATTRIBUTE))
        .filter(question -> question.answered.compareAndSet(false, true))
        .filter(question -> Clock.systemUTC().instant().isBefore(question.until));
  }

  String kept() {
    return kept;
  }

  boolean isForNew() {
    return name != null;
  }

  /** Null if one is to be shown. */
  String name() {
    return name;
  }
}
