package org.tradehall.tenancy.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.StaffRights;

/** Hides what a member may not do: {@code #{may['SALE_RECORD']}}. The use cases decide. */
@Named
@RequestScoped
public class Rights {
  @Inject BusinessContext context;
  @Inject StaffRights staff;

  @Named("may")
  @Produces
  public Map<String, Boolean> may() {
    var rights = new HashMap<String, Boolean>();
    for (var permission : Permission.values()) {
      rights.put(permission.name(), context.allows(permission));
    }
    return rights;
  }

  /**
   * Closes a page to who could do nothing on it: an empty form asks no use case.
   *
   * @throws ForbiddenException without the permission
   */
  public void need(String permission) {
    if (!context.allows(Permission.valueOf(permission))) {
      throw new ForbiddenException("shared.forbidden");
    }
  }

  /** Hides what platform staff may not do: {@code #{mayAdmin['BUSINESS_CREATE']}}. */
  @Named("mayAdmin")
  @Produces
  public Map<String, Boolean> mayAdmin() {
    var rights = new HashMap<String, Boolean>();
    for (var permission : AdminPermission.values()) {
      rights.put(permission.name(), staff.allows(permission));
    }
    return rights;
  }
}
