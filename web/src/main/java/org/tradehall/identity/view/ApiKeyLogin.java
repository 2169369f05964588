package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
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

  /** Without a valid key the caller stays anonymous; the API itself then answers 401. */
  AuthenticationStatus validate(HttpServletRequest request, HttpMessageContext context) {
    var user = key(request).flatMap(this::authenticate);
    if (user.isPresent()) {
      return context.notifyContainerAboutLogin(
          user.get().toString(), Set.of(UserIdentityStore.USER));
    }
    return context.doNothing();
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
}
