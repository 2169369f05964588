package org.tradehall.demo.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.tradehall.identity.model.AdminProfile;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.model.SystemSetting;
import org.tradehall.shared.service.Anyone;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** The people of the demo. */
@Stateless
public class DemoUsers {

  static final String PASSWORD = "demo-tradehall-2026";

  /** The role that every installation has from the start. */
  private static final Long SUPERADMIN = 1L;

  private static final String DOMAIN = "@demo.tradehall.example";

  @Inject EntityManager em;
  @Inject UserService users;
  @Inject BusinessContext context;
  @Inject Clock clock;

  @Anyone("counts only")
  public boolean isInstallationEmpty() {
    return em.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
  }

  @Anyone("called by the demo only, on an empty installation")
  public Long create(String name, String login) {
    return users.signUp(new SignUp(name, login + DOMAIN, PASSWORD)).getId();
  }

  /** Of the platform staff, whom the password that everybody knows lets in. */
  @Anyone("called by the demo only, on an empty installation")
  public void makeAdmin(Long userId) {
    em.merge(new SystemSetting(Settings.STAFF_TWO_STEPS, "false", clock.instant()));
    em.persist(new AdminProfile(userId, SUPERADMIN, clock.instant()));
  }

  @Requires(Permission.BUSINESS_MANAGE)
  public void employ(Long userId, RoleChoice role) {
    var business = em.find(Business.class, context.getBusinessId());
    em.persist(new Membership(business, em.find(User.class, userId), role, clock.instant()));
  }
}
