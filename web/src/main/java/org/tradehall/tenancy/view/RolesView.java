package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.Role;
import org.tradehall.tenancy.service.RoleService;

/** Which role may do what: the ready-made ones and the business's own, side by side. */
@Named
@RequestScoped
public class RolesView {
  @EJB RoleService roles;
  private List<Role> own;

  public List<Role> getOwn() {
    if (own == null) {
      own = roles.list();
    }
    return own;
  }

  public List<ReadyRole> getReady() {
    return Arrays.asList(ReadyRole.values());
  }

  public List<Permission> getPermissions() {
    return Arrays.asList(Permission.values());
  }
}
