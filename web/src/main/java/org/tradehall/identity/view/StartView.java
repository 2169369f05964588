package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.tenancy.service.BusinessContext;

/** The way in: where somebody belongs who asked for no page in particular. */
@Named
@RequestScoped
public class StartView {
  @Inject BusinessContext context;

  public void go() {
    Faces.redirect(Faces.getRequestContextPath() + target());
  }

  private String target() {
    if (Faces.getRemoteUser() == null) {
      return "/login";
    }
    if (context.isEntered()) {
      return "/app/dashboard";
    }
    return Faces.isUserInRole(UserIdentityStore.STAFF) ? "/platform/" : "/setup";
  }
}
