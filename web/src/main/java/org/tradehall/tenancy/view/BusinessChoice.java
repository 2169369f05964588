package org.tradehall.tenancy.view;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * Where the person works in this session: ids, checked anew in every request.
 *
 * @param branchId null for the person's first branch
 */
public record BusinessChoice(Long businessId, Long branchId) implements Serializable {

  private static final String ATTRIBUTE = BusinessChoice.class.getName();

  public static Optional<BusinessChoice> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((BusinessChoice) session.getAttribute(ATTRIBUTE));
  }

  public static void remember(HttpServletRequest request, Long businessId, Long branchId) {
    request.getSession().setAttribute(ATTRIBUTE, new BusinessChoice(businessId, branchId));
  }

  public static void forget(HttpServletRequest request) {
    request.getSession().removeAttribute(ATTRIBUTE);
  }
}
