package org.tradehall.tenancy.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.logging.MDC;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.view.PageParts;
import org.tradehall.tenancy.model.AdminRole;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.StaffRights;
import org.tradehall.tenancy.service.SupportService;

/**
 * Where the business enters: pages and API pass here, after authentication. A program works in its
 * key's business; a person in the one chosen in the session, else the last one, else the first.
 */
public class BusinessContextFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient BusinessContext context;
  @Inject transient BusinessService businesses;
  @Inject transient SupportService support;
  @Inject transient StaffRights staff;
  @Inject transient UserService users;
  @Inject transient CurrentSession session;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var caller = request.getUserPrincipal();
    if (caller == null || PageParts.areWanted(request)) {
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
    } else if (path.startsWith("/platform/") && !isSuperadmin()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    } else if (!isPanel(path) && !enterSupported(request)) {
      var elsewhere = enterChosen(request) ? null : elsewhere();
      if (elsewhere != null && path.startsWith("/app/")) {
        response.sendRedirect(request.getContextPath() + elsewhere);
        return;
      }
    }
    if (context.isEntered()) {
      MDC.put("business", context.getBusinessId());
    }
    chain.doFilter(request, response);
  }

  /** The panels of the platform staff are in no business. */
  private static boolean isPanel(String path) {
    return path.startsWith("/platform/") || path.startsWith("/admin/");
  }

  private boolean isSuperadmin() {
    return staff.role().filter(AdminRole::isAcrossBusinesses).isPresent();
  }

  /** Where somebody goes on who has no business to work in. */
  private String elsewhere() {
    if (session.isHeldBack()) {
      return "/account/second-step";
    }
    return staff.role().isPresent() ? "/admin/" : "/setup";
  }

  private boolean enterSupported(HttpServletRequest request) {
    var choice = SupportChoice.of(request);
    if (choice.isEmpty()) {
      return false;
    }
    try {
      support.enter(choice.get().businessId(), choice.get().supportId());
      return true;
    } catch (NotFoundException | ForbiddenException ended) {
      SupportChoice.forget(request);
      return false;
    }
  }

  private boolean enterClaimed(Long claimed) {
    try {
      businesses.enter(claimed, null);
      return true;
    } catch (NotFoundException membershipEnded) {
      return false;
    }
  }

  private boolean enterChosen(HttpServletRequest request) {
    var chosen = BusinessChoice.of(request).orElseGet(this::lastOrFirst);
    if (chosen.businessId() == null) {
      return false;
    }
    try {
      businesses.enter(chosen.businessId(), chosen.branchId());
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
      businesses.enter(other, null);
    }
    BusinessChoice.remember(request, context.getBusinessId(), context.getBranchId());
    return true;
  }

  private BusinessChoice lastOrFirst() {
    var user = users.find(context.getUserId());
    var last = user == null ? null : user.getLastBusinessId();
    return new BusinessChoice(last == null ? first() : last, null);
  }

  private Long first() {
    var mine = businesses.mine();
    return mine.isEmpty() ? null : mine.get(0).getBusiness().getId();
  }
}
