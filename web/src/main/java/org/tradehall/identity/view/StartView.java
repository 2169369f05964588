package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.tenancy.service.BusinessContext;

/** The way in: where somebody belongs who asked for no page in particular. */
@Named
@RequestScoped
public class StartView {
  @Inject BusinessContext context;
  @Inject SettingValues settings;

  public void go() {
    Faces.redirect(Faces.getRequestContextPath() + target());
  }

  private String target() {
    if (Faces.getRemoteUser() == null) {
      return "/login";
    }
    if (context.isEntered()) {
      return page(settings.get(Settings.START_PAGE));
    }
    return Faces.isUserInRole(UserIdentityStore.STAFF) ? "/platform/" : "/setup";
  }

  private static String page(String name) {
    return switch (name) {
      case "new-sale" -> "/app/sales/new";
      case "sales" -> "/app/sales/";
      case "products" -> "/app/products/";
      default -> "/app/dashboard";
    };
  }
}
