package org.tradehall.tenancy.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The business chosen in this session: an id, checked anew in every request. */
public final class BusinessChoice {

  private static final String ATTRIBUTE = BusinessChoice.class.getName();

  private BusinessChoice() {}

  public static Optional<Long> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((Long) session.getAttribute(ATTRIBUTE));
  }

  public static void remember(HttpServletRequest request, Long businessId) {
    request.getSession().setAttribute(ATTRIBUTE, businessId);
  }
}
