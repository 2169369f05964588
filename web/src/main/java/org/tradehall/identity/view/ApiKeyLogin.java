package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.tenancy.service.ApiKeyService;
import org.tradehall.tenancy.service.BusinessContext;

/** Logs programs in by an API key, request by request, without a session. */
@ApplicationScoped
public class ApiKeyLogin {

  private static final String SCHEME = "Bearer ";

  @Inject ApiKeyService keys;
  @Inject BusinessContext business;

  AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    var user = key(request).flatMap(this::authenticate);
    if (user.isPresent()) {
      return context.notifyContainerAboutLogin(
          user.get().toString(), Set.of(UserIdentityStore.USER));
    }
    return context.isProtected() ? refuse(response) : context.doNothing();
  }

  private static Optional<String> key(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  private Optional<Long> authenticate(String key) {
    var claimed = keys.businessOf(key);
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    business.claim(claimed.get());
    var user = keys.authenticate(key);
    if (user.isEmpty()) {
      business.leave();
    }
    return user;
  }

  private static AuthenticationStatus refuse(HttpServletResponse response)
      throws AuthenticationException {
    try {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer realm=\"tradehall\"");
      response.setContentType("application/problem+json");
      response
          .getWriter()
          .write(
              "{\"type\":\"urn:tradehall:problem:shared.unauthorized\",\"status\":401,"
                  + "\"title\":\"Unauthorized\",\"detail\":\"A valid API key is needed.\"}");
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new AuthenticationException("The refusal could not be sent", e);
    }
  }
}
