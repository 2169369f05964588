package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.tradehall.identity.service.KnownDevices;

/** The cookie by which a device is known to an account. */
@ApplicationScoped
public class KnownDevice {

  @Inject KnownDevices devices;

  /** Null if the account does not know this device. */
  String mark(HttpServletRequest request, String email) {
    var cookies = request.getCookies();
    if (cookies == null || email == null) {
      return null;
    }
    var name = devices.name(email);
    return Stream.of(cookies)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }

  void remember(HttpServletRequest request, HttpServletResponse response, String email) {
    var cookie = new Cookie(devices.name(email), devices.mark(email));
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setPath("/");
    cookie.setMaxAge(Math.toIntExact(KnownDevices.KNOWN_FOR.toSeconds()));
    response.addCookie(cookie);
  }
}
