package org.tradehall.shared.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.tradehall.replica.model.Position;
import org.tradehall.replica.service.CallersPosition;
import org.tradehall.replica.service.OwnWrites;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * Tells a program that has written up to where, and lets it read from there on: it may send back
 * what it was told, on whatever node.
 */
@Provider
public class PositionHeader implements ContainerRequestFilter, ContainerResponseFilter {

  public static final String NAME = "Tradehall-Position";

  @Inject CallersPosition caller;
  @Inject OwnWrites ownWrites;
  @Inject BusinessContext context;
  @Inject Texts texts;

  @Override
  public void filter(ContainerRequestContext request) {
    var sent = request.getHeaderString(NAME);
    if (sent == null) {
      return;
    }
    Position.parse(sent)
        .ifPresentOrElse(
            caller::bring,
            () ->
                request.abortWith(
                    Problem.of(
                            Response.Status.BAD_REQUEST,
                            "shared.position",
                            texts.error("shared.position"))
                        .response()));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (caller.hasWritten() && context.getUserId() != null) {
      ownWrites
          .settled(context.getUserId())
          .ifPresent(position -> response.getHeaders().putSingle(NAME, position.toString()));
    }
  }
}
