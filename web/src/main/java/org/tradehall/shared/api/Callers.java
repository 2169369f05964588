package org.tradehall.shared.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.tradehall.shared.view.Texts;

/** Answers 401 to whoever shows no valid key, except at what is open. */
@Provider
public class Callers implements ContainerRequestFilter {

  @Context ResourceInfo resource;
  @Inject Texts texts;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean open = resource.getResourceClass().isAnnotationPresent(Open.class);
    if (open || request.getSecurityContext().getUserPrincipal() != null) {
      return;
    }
    var text = texts.error("shared.unauthorized");
    var problem = Problem.of(Response.Status.UNAUTHORIZED, "shared.unauthorized", text).response();
    problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tradehall\"");
    request.abortWith(problem);
  }
}
