package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.Money;

/** A role that a business made itself: a named set of permissions, and their limits. */
@Entity
@Table(name = "roles")
public class Role extends BusinessOwned {

  private String name;

  @Convert(converter = PermissionsConverter.class)
  private Set<Permission> permissions;

  @Column(name = "maximum_discount")
  private BigDecimal maximumDiscount;

  @Column(name = "expense_limit")
  private Money expenseLimit;

  @Column(name = "own_branches_only")
  private boolean ownBranchesOnly;

  @Column(name = "own_documents_only")
  private boolean ownDocumentsOnly;

  @Version private Integer version;

  protected Role() {}

  public Role(String name, Set<Permission> permissions, RoleLimits limits) {
    define(name, permissions, limits);
  }

  /** Says anew what the role is; whoever has it has the new rights with his next request. */
  public final void define(String newName, Set<Permission> newPermissions, RoleLimits limits) {
    this.name = newName.strip();
    // A new set: EclipseLink sees a change by comparing with the one that was read.
    this.permissions = copy(newPermissions);
    this.maximumDiscount = limits.maximumDiscount();
    this.expenseLimit = limits.expenseLimit();
    this.ownBranchesOnly = limits.ownBranchesOnly();
    this.ownDocumentsOnly = limits.ownDocumentsOnly();
  }

  public Facts facts() {
    return new Facts()
        .with("name", name)
        .with("permissions", new PermissionsConverter().convertToDatabaseColumn(permissions))
        .with("maximumDiscount", maximumDiscount)
        .with("expenseLimit", expenseLimit)
        .with("ownBranchesOnly", ownBranchesOnly)
        .with("ownDocumentsOnly", ownDocumentsOnly);
  }

  public String getName() {
    return name;
  }

  public Set<Permission> getPermissions() {
    return copy(permissions);
  }

  public RoleLimits getLimits() {
    return new RoleLimits(maximumDiscount, expenseLimit, ownBranchesOnly, ownDocumentsOnly);
  }

  public Integer getVersion() {
    return version;
  }

  private static Set<Permission> copy(Set<Permission> permissions) {
    var copy = EnumSet.noneOf(Permission.class);
    copy.addAll(permissions);
    return copy;
  }
}
