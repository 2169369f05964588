package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.UserService;

/** The last step of every login: the session begins. */
@RequestScoped
public class Entrance {
  @Inject SecurityContext security;
  @Inject KnownDevice device;
  @Inject LogOut logOut;
  @EJB UserService users;

  /**
   * Lets somebody in who has proved who he is. Whoever was logged in here is out: the container
   * asks nobody twice who he is, and would take the new one for him.
   *
   * @param twoSteps whether by more than his password
   */
  void enter(Long userId, boolean twoSteps) {
    if (Faces.getRemoteUser() != null) {
      logOut.end();
    }
    var parameters =
        AuthenticationParameters.withParams()
            .credential(new Verified(userId, twoSteps))
            .newAuthentication(true);
    var status = security.authenticate(Faces.getRequest(), Faces.getResponse(), parameters);
    if (status != AuthenticationStatus.SUCCESS) {
      throw new IllegalStateException("A verified person was not let in: " + status);
    }
    device.remember(Faces.getRequest(), Faces.getResponse(), users.find(userId).getEmail());
  }

  /** Where to go on; only to a path of our own: {@code //evil.example} is somebody else's. */
  static void goOn(String from) {
    var own = from != null && from.matches("/(?![/\\\\])[^\\s\\\\]*");
    Faces.redirect(Faces.getRequestContextPath() + (own ? from : "/"));
  }
}
