package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RoleForm;
import org.tradehall.tenancy.service.RoleService;

/** A role of the business's own, new or known; a new one may begin as a copy. */
@Named
@RequestScoped
public class RoleView {
  private static final String LIST = "/app/settings/roles?faces-redirect=true";

  @EJB RoleService roles;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private Long id;
  private ReadyRole from;
  private Integer version;
  private String name;
  private List<Permission> permissions = List.of();
  private BigDecimal maximumDiscount;
  private BigDecimal expenseLimit;
  private boolean ownBranchesOnly;
  private boolean ownDocumentsOnly;

  public void load() {
    if (id == null) {
      permissions = from == null ? List.of() : from.permissions().stream().sorted().toList();
      return;
    }
    var role = roles.get(id);
    version = role.getVersion();
    name = role.getName();
    permissions = List.copyOf(role.getPermissions());
    maximumDiscount = role.getLimits().maximumDiscount();
    expenseLimit = limit(role.getLimits().expenseLimit());
    ownBranchesOnly = role.getLimits().ownBranchesOnly();
    ownDocumentsOnly = role.getLimits().ownDocumentsOnly();
  }

  private BigDecimal limit(Money limit) {
    return limit == null ? null : limit.in(context.getCurrency());
  }

  public String save() {
    var form =
        new RoleForm(
            name,
            new LinkedHashSet<>(permissions),
            maximumDiscount,
            expenseLimit,
            ownBranchesOnly,
            ownDocumentsOnly,
            version);
    if (id == null) {
      roles.create(form);
    } else {
      roles.update(id, form);
    }
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.roleSaved", name));
    return LIST;
  }

  public String delete() {
    roles.delete(id);
    Messages.addFlashGlobalInfo("{0}", texts.get("tenancy.roleDeleted"));
    return LIST;
  }

  public List<Permission> getAll() {
    return Arrays.asList(Permission.values());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public ReadyRole getFrom() {
    return from;
  }

  public void setFrom(ReadyRole from) {
    this.from = from;
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

  public List<Permission> getPermissions() {
    return permissions;
  }

  public void setPermissions(List<Permission> permissions) {
    this.permissions = List.copyOf(permissions);
  }

  public BigDecimal getMaximumDiscount() {
    return maximumDiscount;
  }

  public void setMaximumDiscount(BigDecimal maximumDiscount) {
    this.maximumDiscount = maximumDiscount;
  }

  public BigDecimal getExpenseLimit() {
    return expenseLimit;
  }

  public void setExpenseLimit(BigDecimal expenseLimit) {
    this.expenseLimit = expenseLimit;
  }

  public boolean isOwnBranchesOnly() {
    return ownBranchesOnly;
  }

  public void setOwnBranchesOnly(boolean ownBranchesOnly) {
    this.ownBranchesOnly = ownBranchesOnly;
  }

  public boolean isOwnDocumentsOnly() {
    return ownDocumentsOnly;
  }

  public void setOwnDocumentsOnly(boolean ownDocumentsOnly) {
    this.ownDocumentsOnly = ownDocumentsOnly;
  }
}
