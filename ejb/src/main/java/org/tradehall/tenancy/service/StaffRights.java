package org.tradehall.tenancy.service;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.tradehall.identity.model.AdminProfile;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.AdminRole;

/** What the caller may do as one of the platform staff; read once a request, so never stale. */
@RequestScoped
public class StaffRights {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject CurrentSession session;

  private Long readFor;
  private AdminRole role;

  /** Empty if the caller is none of the platform staff, or still owes the second step. */
  public Optional<AdminRole> role() {
    if (session.isHeldBack()) {
      return Optional.empty();
    }
    var caller = context.getUserId();
    if (caller != null && !caller.equals(readFor)) {
      role = read(caller);
      readFor = caller;
    }
    return caller == null ? Optional.empty() : Optional.ofNullable(role);
  }

  public boolean allows(AdminPermission permission) {
    return role().filter(known -> known.allows(permission)).isPresent();
  }

  /** Whether a person is none of the staff, or one who may do nothing that the caller may not. */
  public boolean covers(Long userId) {
    var profile = em.find(AdminProfile.class, userId);
    return profile == null
        || role().orElseThrow().covers(em.find(AdminRole.class, profile.getAdminRoleId()));
  }

  private AdminRole read(Long caller) {
    var profile = em.find(AdminProfile.class, caller);
    var user = profile == null ? null : em.find(User.class, caller);
    return user == null || !user.isActive()
        ? null
        : em.find(AdminRole.class, profile.getAdminRoleId());
  }
}
