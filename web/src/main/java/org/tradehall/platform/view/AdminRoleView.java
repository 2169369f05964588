package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.AdminRoleForm;
import org.tradehall.platform.service.PlatformStaffService;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Permission;

/** A role of the platform staff in a form, new or known. */
@Named
@RequestScoped
public class AdminRoleView {
  private static final String LIST = "/platform/staff?faces-redirect=true";

  @EJB PlatformStaffService staff;
  @Inject Texts texts;

  private Long id;
  private Integer version;
  private String name;
  private List<AdminPermission> permissions = List.of();
  private List<Permission> businessPermissions = List.of();

  public void load() {
    if (id != null) {
      var role = staff.role(id);
      version = role.getVersion();
      name = role.getName();
      permissions = List.copyOf(role.getPermissions());
      businessPermissions = List.copyOf(role.getBusinessPermissions());
    }
  }

  public String save() {
    var form =
        new AdminRoleForm(
            name,
            new LinkedHashSet<>(permissions),
            new LinkedHashSet<>(businessPermissions),
            version);
    if (id == null) {
      staff.create(form);
    } else {
      staff.update(id, form);
    }
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.roleSaved", name));
    return LIST;
  }

  public String delete() {
    staff.delete(id);
    Messages.addFlashGlobalInfo("{0}", texts.get("tenancy.roleDeleted"));
    return LIST;
  }

  public List<AdminPermission> getAll() {
    return Arrays.asList(AdminPermission.values());
  }

  public List<Permission> getAllInBusinesses() {
    return Arrays.asList(Permission.values());
  }

  public String nameOf(AdminPermission permission) {
    return texts.get("platform.permission." + permission.name());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<AdminPermission> getPermissions() {
    return permissions;
  }

  public void setPermissions(List<AdminPermission> permissions) {
    this.permissions = permissions;
  }

  public List<Permission> getBusinessPermissions() {
    return businessPermissions;
  }

  public void setBusinessPermissions(List<Permission> businessPermissions) {
    this.businessPermissions = businessPermissions;
  }
}
