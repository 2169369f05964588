package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tradehall.shared.service.Availability;

/** The one way in. Delegates by path: programs show a key, people log in with a form. */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

  private static final String SECONDS_TO_WAIT = "5";

  private static final String PROBLEM =
      "{\"type\":\"urn:tradehall:problem:shared.maintenance\",\"title\":\"Service Unavailable\","
          + "\"status\":503,\"detail\":\"Maintenance is under way. Please try again in some seconds.\"}";

  @Inject ApiKeyLogin apiKeyLogin;
  @Inject FormLogin formLogin;
  @Inject Availability availability;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (availability.isInterrupted()) {
      return sayThatNobodyWorks(request, response, context);
    }
    return isApi(request)
        ? apiKeyLogin.validate(request, context)
        : formLogin.validate(request, response, context);
  }

  /** Styles and scripts go on, for the page that says it. */
  private static AuthenticationStatus sayThatNobodyWorks(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (path(request).startsWith("/jakarta.faces.resource/")) {
      return context.doNothing();
    }
    try {
      response.setHeader("Retry-After", SECONDS_TO_WAIT);
      response.setHeader("Cache-Control", "no-store");
      if (isApi(request)) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/problem+json");
        response.getWriter().write(PROBLEM);
      } else {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new AuthenticationException(e);
    }
  }

  /** Forgets the login with its session; a program's key has none. */
  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static boolean isApi(HttpServletRequest request) {
    return path(request).startsWith("/api/");
  }
}
