package org.tradehall.tenancy.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.logging.MDC;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;

/**
 * Where the business enters: pages and API pass here, after authentication. A program works in its
 * key's business; a person in the one chosen in the session, else the last one, else the first.
 */
public class BusinessContextFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient BusinessContext context;
  @Inject transient BusinessService businesses;
  @Inject transient UserService users;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var caller = request.getUserPrincipal();
    if (caller == null || path.startsWith("/jakarta.faces.resource/")) {
      chain.doFilter(request, response);
      return;
    }
    var claimed = context.getBusinessId();
    context.identify(Long.valueOf(caller.getName()));
    if (path.startsWith("/api/")) {
      if (!enterClaimed(claimed)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
    } else if (!enterChosen(request) && path.startsWith("/app/")) {
      response.sendRedirect(request.getContextPath() + "/setup");
      return;
    }
    if (context.isEntered()) {
      MDC.put("business", context.getBusinessId());
    }
    chain.doFilter(request, response);
  }

  private boolean enterClaimed(Long claimed) {
    try {
      businesses.enter(claimed);
      return true;
    } catch (NotFoundException membershipEnded) {
      return false;
    }
  }

  private boolean enterChosen(HttpServletRequest request) {
    var chosen = BusinessChoice.of(request).orElseGet(this::lastOrFirst);
    if (chosen == null) {
      return false;
    }
    try {
      businesses.enter(chosen);
    } catch (NotFoundException leftMeanwhile) {
      if (users.find(context.getUserId()) == null) {
        // Deactivated meanwhile: the way from here leads to the login page.
        request.getSession().invalidate();
        return false;
      }
      var other = first();
      if (other == null) {
        return false;
      }
      businesses.enter(other);
    }
    BusinessChoice.remember(request, context.getBusinessId());
    return true;
  }

  private Long lastOrFirst() {
    var user = users.find(context.getUserId());
    return user != null && user.getLastBusinessId() != null ? user.getLastBusinessId() : first();
  }

  private Long first() {
    var mine = businesses.mine();
    return mine.isEmpty() ? null : mine.get(0).getBusiness().getId();
  }
}
