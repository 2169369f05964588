package org.tradehall.tenancy.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tradehall.identity.model.User;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.RoleLimits;
import org.tradehall.tenancy.model.Sight;
import org.tradehall.tenancy.model.SupportSession;

/**
 * Somebody's work in a business, verified: as whom, with which rights, where, and how much is seen.
 *
 * @param role null for platform staff, who have no membership
 * @param branches where the person may work, by code; never empty
 * @param branch where the person works now
 * @param support under which platform staff act; null for members
 */
record Entry(
    Business business,
    User user,
    RoleChoice role,
    Set<Permission> permissions,
    Sight sight,
    List<Branch> branches,
    Branch branch,
    SupportSession support) {

  static Entry of(Membership member, List<Branch> branches, Branch branch, boolean everywhere) {
    var role = member.getRole();
    var limits = role.limits();
    return new Entry(
        member.getBusiness(),
        member.getUser(),
        role,
        usable(member.getBusiness(), role.permissions()),
        sight(limits, member.getUser(), branches, branch, everywhere),
        branches,
        branch,
        null);
  }

  /** Platform staff who open a business for somebody else: there for this one use case. */
  static Entry founding(Business business, User staff, Branch branch) {
    var everything = EnumSet.allOf(Permission.class);
    return new Entry(business, staff, null, everything, Sight.ALL, List.of(branch), branch, null);
  }

  /** While a business is suspended it can be looked at only. */
  static Set<Permission> usable(Business business, Set<Permission> permissions) {
    var usable = EnumSet.noneOf(Permission.class);
    permissions.stream()
        .filter(permission -> business.isActive() || !permission.isWriting())
        .forEach(usable::add);
    return usable;
  }

  RoleLimits limits() {
    return role == null ? RoleLimits.NONE : role.limits();
  }

  /** Who works everywhere but sees his own branches only sees the one in which he works now. */
  private static Sight sight(
      RoleLimits limits, User user, List<Branch> branches, Branch branch, boolean everywhere) {
    if (!limits.isHiding()) {
      return Sight.ALL;
    }
    var own = everywhere ? List.of(branch) : branches;
    return new Sight(
        limits.ownBranchesOnly() ? own.stream().map(Branch::getId).toList() : null,
        limits.ownDocumentsOnly() ? user.getId() : null);
  }
}
