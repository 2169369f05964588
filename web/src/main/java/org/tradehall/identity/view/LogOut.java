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

  public String logOut() throws ServletException {
    if (current.getId() != null) {
      sessions.end(current.getId());
    }
    Faces.logout();
    Faces.invalidateSession();
    return "/login?faces-redirect=true";
  }
}
