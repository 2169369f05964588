package org.tradehall.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Where people reach this installation, for links in mails and the like. Told by the administrator
 * ({@code TRADEHALL_URL}) and never taken from a request, whose sender may write there what he
 * likes.
 */
@ApplicationScoped
public class PublicAddress {

  private final URI base = base();

  private static URI base() {
    var told = System.getenv("TRADEHALL_URL");
    var text =
        told == null || told.isBlank()
            ? "http://localhost:" + System.getProperty("jboss.http.port", "8080") + "/"
            : told.strip();
    var url = URI.create(text.endsWith("/") ? text : text + "/");
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new IllegalStateException("TRADEHALL_URL is not an address such as https://host/");
    }
    return url;
  }

  /** The address itself, with a slash at the end. */
  public URI get() {
    return base;
  }

  /**
   * @param path of a page, with a slash at its start
   */
  public String of(String path) {
    return base + path.substring(1);
  }
}
