package org.tradehall.shared.view;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Leads to our own pages by their path alone. The server would make an address of it, with the host
 * that the request claims: somebody else's, if the request was forged and its answer is kept by a
 * cache on the way.
 */
class OwnRedirects extends HttpServletResponseWrapper {

  OwnRedirects(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    if (location.startsWith("/") && !location.startsWith("//")) {
      resetBuffer();
      setStatus(SC_FOUND);
      setHeader("Location", location);
      flushBuffer();
    } else {
      super.sendRedirect(location);
    }
  }
}
