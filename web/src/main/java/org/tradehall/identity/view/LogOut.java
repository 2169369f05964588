package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.SessionService;

/** Ends the session. */
@Named
@RequestScoped
public class LogOut {
  @EJB SessionService sessions;
  @Inject CurrentSession current;

  public String logOut() {
    end();
    return "/login?faces-redirect=true";
  }

  /** Nobody is logged in any more, and nothing is left of what was done. */
  void end() {
    if (current.getId() != null) {
      sessions.end(current.getId());
    }
    try {
      Faces.logout();
    } catch (ServletException e) {
      throw new IllegalStateException("A person could not be logged out", e);
    }
    Faces.invalidateSession();
  }
}
