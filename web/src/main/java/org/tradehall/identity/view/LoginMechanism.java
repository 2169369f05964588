package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The one way in. Delegates by path: programs show a key, people log in with a form. */
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

  @Inject ApiKeyLogin apiKeyLogin;
  @Inject FormLogin formLogin;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    return isApi(request)
        ? apiKeyLogin.validate(request, context)
        : formLogin.validate(request, response, context);
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
