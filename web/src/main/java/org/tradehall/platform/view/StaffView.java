package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.PlatformStaffService;
import org.tradehall.platform.service.PlatformStaffService.Admin;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.AdminRole;

/** The platform staff and their roles. */
@Named
@RequestScoped
public class StaffView {
  @EJB PlatformStaffService staff;
  @Inject Texts texts;

  private String email;
  private String password;
  private Long role;
  private List<Admin> list;
  private List<AdminRole> roles;

  public void appoint() {
    staff.appoint(email, role, password);
    Messages.addGlobalInfo("{0}", texts.format("platform.appointed", email));
    email = null;
    list = null;
  }

  public void dismiss(Long userId) {
    staff.dismiss(userId);
    Messages.addGlobalInfo("{0}", texts.get("platform.dismissed"));
    list = null;
  }

  public List<Admin> getList() {
    if (list == null) {
      list = staff.list();
    }
    return list;
  }

  public List<AdminRole> getRoles() {
    if (roles == null) {
      roles = staff.roles();
    }
    return roles;
  }

  public List<SelectItem> getRoleChoices() {
    return getRoles().stream().map(each -> new SelectItem(each.getId(), each.getName())).toList();
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public Long getRole() {
    return role;
  }

  public void setRole(Long role) {
    this.role = role;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
