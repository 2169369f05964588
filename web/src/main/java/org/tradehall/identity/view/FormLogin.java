package org.tradehall.identity.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Set;
import org.tradehall.shared.view.Whereabouts;

/** Logs people in by our own form, and remembers them in the session. */
@ApplicationScoped
public class FormLogin {

  private static final String FACES_AJAX = "Faces-Request";

  @Inject IdentityStoreHandler identityStores;

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    var credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return logIn(credential, request, context);
    }
    var session = request.getSession(false);
    if (session != null && session.getAttribute(LoggedIn.ATTRIBUTE) instanceof LoggedIn known) {
      return context.notifyContainerAboutLogin(known.userId(), known.groups());
    }
    return context.isProtected() ? askToLogIn(request, response) : context.doNothing();
  }

  private AuthenticationStatus logIn(
      Credential credential, HttpServletRequest request, HttpMessageContext context) {
    var result = identityStores.validate(credential);
    if (result.getStatus() != CredentialValidationResult.Status.VALID) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    request.getSession();
    // An attacker may have planted the id of the session that the login is going to fill.
    request.changeSessionId();
    var userId = result.getCallerPrincipal().getName();
    var loggedIn = new LoggedIn(userId, Set.copyOf(result.getCallerGroups()));
    request.getSession().setAttribute(LoggedIn.ATTRIBUTE, loggedIn);
    return context.notifyContainerAboutLogin(userId, loggedIn.groups());
  }

  private static AuthenticationStatus askToLogIn(
      HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
    try {
      var target =
          request.getContextPath()
              + "/login?from="
              + URLEncoder.encode(Whereabouts.of(request), UTF_8);
      if (request.getHeader(FACES_AJAX) != null) {
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + target
                    + "\"/></partial-response>");
      } else {
        response.sendRedirect(target);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new AuthenticationException("The way to the login page was cut off", e);
    }
  }
}
