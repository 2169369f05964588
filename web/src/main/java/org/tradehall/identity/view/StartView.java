package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.AdminRole;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.StaffRights;

/** The way in: where somebody belongs who asked for no page in particular. */
@Named
@RequestScoped
public class StartView {
  /** What each permission opens in the superadmin panel, as its menu has it. */
  private static final Map<AdminPermission, String> PANEL =
      Map.of(
          AdminPermission.BUSINESS_VIEW, "/platform/",
          AdminPermission.USER_VIEW, "/platform/users",
          AdminPermission.ADMIN_MANAGE, "/platform/staff",
          AdminPermission.SETTINGS_MANAGE, "/platform/settings",
          AdminPermission.LOG_VIEW, "/platform/log",
          AdminPermission.SESSION_MANAGE, "/platform/sessions",
          AdminPermission.JOB_VIEW, "/platform/jobs",
          AdminPermission.HEALTH_VIEW, "/platform/health",
          AdminPermission.BACKUP_VIEW, "/platform/backups");

  @Inject BusinessContext context;
  @Inject SettingValues settings;
  @Inject StaffRights staff;
  @Inject CurrentSession current;

  public void go() {
    Faces.redirect(Faces.getRequestContextPath() + target());
  }

  /** For the page that nobody needs but those who are held back. */
  public void goUnlessHeldBack() {
    if (!current.isHeldBack()) {
      go();
    }
  }

  private String target() {
    if (Faces.getRemoteUser() == null) {
      return "/login";
    }
    if (current.isHeldBack()) {
      return "/account/second-step";
    }
    var role = staff.role();
    if (role.isPresent() && context.getOnBehalfOf() == null) {
      return role.get().isAcrossBusinesses() ? panel(role.get()) : "/admin/";
    }
    return context.isEntered() ? page(settings.get(Settings.START_PAGE)) : "/setup";
  }

  /** Whether the superadmin panel is open to the person. */
  public boolean isSuperadmin() {
    return staff.role().filter(AdminRole::isAcrossBusinesses).isPresent();
  }

  /** The first page of the superadmin panel that the role may see. */
  private static String panel(AdminRole role) {
    return role.getPermissions().stream()
        .map(PANEL::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("/platform/");
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
