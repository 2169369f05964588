package org.tradehall.shared.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.tradehall.shared.service.PublicAddress;

/**
 * Takes what changes something only from our own pages. The view state of a form and the cookie's
 * SameSite say the same; this holds should one of them fail. Programs bring a key instead of a
 * cookie, and come from anywhere.
 */
public class SameOriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /** "none": typed into the browser, or a bookmark. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Inject transient PublicAddress address;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HARMLESS.contains(request.getMethod()) || isProgram(request) || isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  private boolean isOwn(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader("Origin");
    return (site == null || OWN.contains(site)) && (origin == null || isOwn(origin, request));
  }

  private boolean isOwn(String origin, HttpServletRequest request) {
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null
          && (authority.equals(request.getHeader("Host"))
              || authority.equals(address.get().getAuthority()));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
