package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import org.omnifaces.util.Faces;

/** Ends the session. */
@Named
@RequestScoped
public class LogOut {
  public String logOut() throws ServletException {
    Faces.logout();
    Faces.invalidateSession();
    return "/login?faces-redirect=true";
  }
}
