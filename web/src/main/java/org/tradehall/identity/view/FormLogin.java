package org.tradehall.identity.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.Set;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.SessionService;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.identity.service.UserService.Login;
import org.tradehall.shared.view.PageParts;
import org.tradehall.shared.view.Whereabouts;

/**
 * Logs people in whom our own pages have verified, and asks in every request whether their session
 * still holds.
 */
@ApplicationScoped
public class FormLogin {

  private static final String FACES_AJAX = "Faces-Request";

  /** Where platform staff go on who have to take a second step and have not. */
  private static final String SECOND_STEP = "/account/second-step";

  @Inject SessionService sessions;
  @Inject CurrentSession current;

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (context.getAuthParameters().getCredential() instanceof Verified person) {
      return begin(person, request, context);
    }
    var known = PageParts.areWanted(request) ? null : LoggedIn.of(request).orElse(null);
    if (known != null) {
      var login = sessions.check(known.sessionId());
      if (login.isPresent() && login.get().heldBack() && isPanel(request)) {
        return lead(SECOND_STEP, request, response);
      }
      if (login.isPresent()) {
        return goOn(known, login.get(), context);
      }
      // The session itself stays: the container has begun to work in it.
      LoggedIn.forget(request);
    }
    return context.isProtected() ? askToLogIn(request, response) : context.doNothing();
  }

  /** The panels of the platform staff. */
  private static boolean isPanel(HttpServletRequest request) {
    return LoginMechanism.path(request).matches("/(platform|admin)(/.*)?");
  }

  private AuthenticationStatus begin(
      Verified person, HttpServletRequest request, HttpMessageContext context) {
    request.getSession();
    // An attacker may have planted the id of the session that the login is going to fill.
    request.changeSessionId();
    var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    var known = new LoggedIn(sessions.begin(person.userId(), agent, person.isTwoSteps()));
    known.remember(request);
    return goOn(known, sessions.check(known.sessionId()).orElseThrow(), context);
  }

  private AuthenticationStatus goOn(LoggedIn known, Login login, HttpMessageContext context) {
    current.is(known.sessionId(), login.userId(), login.heldBack());
    return context.notifyContainerAboutLogin(login.userId().toString(), groups(login));
  }

  private static Set<String> groups(Login login) {
    return login.admin() && !login.heldBack()
        ? Set.of(UserIdentityStore.USER, UserIdentityStore.STAFF)
        : Set.of(UserIdentityStore.USER);
  }

  private static AuthenticationStatus askToLogIn(
      HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
    var from = URLEncoder.encode(Whereabouts.of(request), UTF_8);
    return lead("/login?from=" + from, request, response);
  }

  private static AuthenticationStatus lead(
      String path, HttpServletRequest request, HttpServletResponse response)
      throws AuthenticationException {
    try {
      var target = request.getContextPath() + path;
      if (request.getHeader(FACES_AJAX) != null) {
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + target
                    + "\"/></partial-response>");
      } else {
        // By itself the server would lead to the host that the request claims.
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw new AuthenticationException("The way to the login page was cut off", e);
    }
  }
}
