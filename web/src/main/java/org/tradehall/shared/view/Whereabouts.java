package org.tradehall.shared.view;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** On which page somebody is. A form is sent to its page without the page's parameters. */
public final class Whereabouts {

  private Whereabouts() {}

  /** The path of the page that a request comes from or asks for, with its query; our own always. */
  public static String of(HttpServletRequest request) {
    var path = request.getRequestURI();
    var query = request.getQueryString();
    if (query == null && request.getMethod().equals("POST")) {
      query = queryOfPage(request, path);
    }
    var page = path.substring(request.getContextPath().length());
    return query == null ? page : page + "?" + query;
  }

  /** Null if the form does not stand on the page to which it is sent. */
  private static String queryOfPage(HttpServletRequest request, String path) {
    var from = request.getHeader("Referer");
    if (from == null) {
      return null;
    }
    try {
      var page = URI.create(from);
      return path.equals(page.getRawPath()) ? page.getRawQuery() : null;
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
