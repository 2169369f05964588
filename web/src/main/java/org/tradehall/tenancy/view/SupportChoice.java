package org.tradehall.tenancy.view;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/** The business in which one of the platform staff is at work: ids, checked anew every time. */
public record SupportChoice(Long businessId, Long supportId) implements Serializable {

  private static final String ATTRIBUTE = SupportChoice.class.getName();

  public static Optional<SupportChoice> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((SupportChoice) session.getAttribute(ATTRIBUTE));
  }

  public static void remember(HttpServletRequest request, Long businessId, Long supportId) {
    request.getSession().setAttribute(ATTRIBUTE, new SupportChoice(businessId, supportId));
  }

  public static void forget(HttpServletRequest request) {
    request.getSession().removeAttribute(ATTRIBUTE);
  }
}
