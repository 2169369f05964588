package org.tradehall.identity.view;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * What the browser's session keeps of a login: where to look whether it still holds.
 *
 * @param sessionId id of the {@code UserSession}
 */
public record LoggedIn(String sessionId) implements Serializable {

  private static final String ATTRIBUTE = LoggedIn.class.getName();

  static Optional<LoggedIn> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((LoggedIn) session.getAttribute(ATTRIBUTE));
  }

  static void forget(HttpServletRequest request) {
    request.getSession().removeAttribute(ATTRIBUTE);
  }

  void remember(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
  }
}
