package org.tradehall.shared.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * The styles, scripts and pictures of pages. They are everybody's, and many to a page: no request
 * for one needs to know who asks, or for which business.
 */
public final class PageParts {

  private PageParts() {}

  /** By the path as the server has resolved it, for the one in the address may lead elsewhere. */
  public static boolean areWanted(HttpServletRequest request) {
    var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return path.startsWith("/jakarta.faces.resource/")
        || path.startsWith("/faces/jakarta.faces.resource/");
  }
}
