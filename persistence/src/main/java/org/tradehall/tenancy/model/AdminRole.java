package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Set;
import org.tradehall.shared.model.Facts;

/** What some of the platform staff may do: in the panels, and in a business that they enter. */
@Entity
@Table(name = "admin_roles")
public class AdminRole {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String name;

  @Convert(converter = AdminPermissionsConverter.class)
  private Set<AdminPermission> permissions;

  @Convert(converter = PermissionsConverter.class)
  @Column(name = "business_permissions")
  private Set<Permission> businessPermissions;

  @Version private Integer version;

  protected AdminRole() {}

  public AdminRole(
      String name, Set<AdminPermission> permissions, Set<Permission> businessPermissions) {
    define(name, permissions, businessPermissions);
  }

  /** Of the platform's permissions also what those that are given bring along. */
  public final void define(
      String newName, Set<AdminPermission> newPermissions, Set<Permission> newBusinessPermissions) {
    this.name = newName.strip();
    this.permissions = copy(AdminPermission.class, newPermissions);
    newPermissions.forEach(permission -> permission.brings().ifPresent(permissions::add));
    this.businessPermissions = copy(Permission.class, newBusinessPermissions);
  }

  public Facts facts() {
    return new Facts()
        .with("name", name)
        .with("permissions", new AdminPermissionsConverter().convertToDatabaseColumn(permissions))
        .with(
            "businessPermissions",
            new PermissionsConverter().convertToDatabaseColumn(businessPermissions));
  }

  public boolean allows(AdminPermission permission) {
    return permissions.contains(permission);
  }

  /** Whether it gives all that another one gives. */
  public boolean covers(AdminRole other) {
    return permissions.containsAll(other.permissions)
        && businessPermissions.containsAll(other.businessPermissions);
  }

  /** Whether it gives anything across businesses, which is what the superadmin panel is for. */
  public boolean isAcrossBusinesses() {
    return permissions.stream()
        .anyMatch(
            permission ->
                permission != AdminPermission.BUSINESS_ENTER
                    && permission != AdminPermission.BUSINESS_VIEW);
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Set<AdminPermission> getPermissions() {
    return copy(AdminPermission.class, permissions);
  }

  public Set<Permission> getBusinessPermissions() {
    return copy(Permission.class, businessPermissions);
  }

  public Integer getVersion() {
    return version;
  }

  private static <E extends Enum<E>> Set<E> copy(Class<E> type, Set<E> values) {
    var copy = EnumSet.noneOf(type);
    copy.addAll(values);
    return copy;
  }
}
