package org.tradehall.shared.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.tradehall.shared.model.Channel;
import org.tradehall.shared.service.Origin;

/**
 * Gives every request an id, which stands in each of its log lines and in the answer, so that what
 * a user reports can be found in the log.
 */
public class RequestLogFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Request-Id";

  @Inject transient Origin origin;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var id = UUID.randomUUID().toString();
    response.setHeader(HEADER, id);
    MDC.put("request", id);
    arrive(request, id);
    try {
      chain.doFilter(request, new OwnRedirects(response));
    } finally {
      MDC.remove("request");
      MDC.remove("business");
    }
  }

  private void arrive(HttpServletRequest request, String id) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    var channel = path.startsWith("/api/") ? Channel.API_KEY : Channel.PAGE;
    origin.arrive(channel, path, request.getRemoteAddr(), id);
  }
}
