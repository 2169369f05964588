package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RoleService;

/** What roles are called, and which of them the person may give. */
@Named
@RequestScoped
public class RoleNames {
  @EJB RoleService roles;
  @Inject BusinessContext context;
  @Inject Texts texts;
  private List<SelectItem> choices;

  public String of(RoleChoice role) {
    return role.own() == null ? ready(role.ready()) : role.own().getName();
  }

  public String ready(ReadyRole role) {
    return texts.get("tenancy.role." + role.name());
  }

  public String permission(Permission permission) {
    return texts.get("tenancy.permission." + permission.name());
  }

  /** Ready-made ones first; only those that give no more than the person has. */
  public List<SelectItem> getChoices() {
    if (choices == null) {
      choices = new ArrayList<>();
      for (var role : ReadyRole.values()) {
        add(RoleChoice.of(role), ready(role));
      }
      roles.list().forEach(role -> add(RoleChoice.of(role), role.getName()));
    }
    return choices;
  }

  private void add(RoleChoice role, String name) {
    if (context.covers(role)) {
      choices.add(new SelectItem(role.key(), name));
    }
  }
}
