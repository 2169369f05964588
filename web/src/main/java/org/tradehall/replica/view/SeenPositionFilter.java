package org.tradehall.replica.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.tradehall.replica.model.Position;
import org.tradehall.replica.service.CallersPosition;
import org.tradehall.replica.service.OwnWrites;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * Keeps in the session up to where its person has written, so that he reads it on every node. A
 * program carries that itself, in a header.
 */
public class SeenPositionFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String SEEN = "tradehall.position";

  @Inject transient CallersPosition caller;
  @Inject transient OwnWrites ownWrites;
  @Inject transient BusinessContext context;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(SEEN) instanceof String seen) {
      caller.bring(Position.told(seen));
    }
    chain.doFilter(request, response);
    if (caller.hasWritten() && context.getUserId() != null) {
      remember(request, context.getUserId());
    }
  }

  private void remember(HttpServletRequest request, Long person) {
    var session = request.getSession(false);
    if (session != null) {
      ownWrites.settled(person).ifPresent(position -> keep(session, position));
    }
  }

  private static void keep(HttpSession session, Position position) {
    try {
      session.setAttribute(SEEN, position.toString());
    } catch (IllegalStateException e) {
      // Another request has ended it meanwhile: nobody goes on in it.
    }
  }
}
