package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.model.AdminProfile;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.AdminRole;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;

/**
 * The platform staff and their roles. Nobody changes his own place, so that there is always
 * somebody left who may appoint.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.ADMIN_MANAGE)
public class PlatformStaffService {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject BusinessContext context;
  @Inject PasswordService passwords;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** One of the staff. */
  public record Admin(Long userId, String name, String email, AdminRole role, Instant since) {}

  /** The whole staff, by name. */
  public List<Admin> list() {
    return em.createQuery(
            "select u.id, u.name, u.email, r, a.createdAt from AdminProfile a, User u, AdminRole r"
                + " where u.id = a.userId and r.id = a.adminRoleId order by u.name, u.id",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new Admin(
                    (Long) row[0],
                    (String) row[1],
                    (String) row[2],
                    (AdminRole) row[3],
                    (Instant) row[4]))
        .toList();
  }

  /**
   * Makes a known user one of the staff, or gives one of the staff another role.
   *
   * @param password the caller's
   */
  public void appoint(String email, Long roleId, String password) {
    passwords.confirm("password", password);
    var userId = userId(email);
    if (userId.equals(context.getUserId())) {
      throw new RefusedException("platform.not-oneself");
    }
    var role = grantable(roleId);
    var profile = em.find(AdminProfile.class, userId);
    if (profile == null) {
      em.persist(new AdminProfile(userId, role.getId(), clock.instant()));
    } else {
      grantable(profile.getAdminRoleId());
      profile.assign(role.getId());
    }
    em.flush();
    deeds.fire(
        new Deed("admin.appoint", "User", userId, Map.of("role", role.getName()))
            .outsideBusinesses());
  }

  /** Takes somebody from the staff; works from his next request on. */
  public void dismiss(Long userId) {
    if (userId.equals(context.getUserId())) {
      throw new RefusedException("platform.not-oneself");
    }
    var profile = em.find(AdminProfile.class, userId);
    if (profile == null) {
      throw new NotFoundException("platform.no-such-user");
    }
    grantable(profile.getAdminRoleId());
    em.remove(profile);
    em.flush();
    deeds.fire(new Deed("admin.dismiss", "User", userId).outsideBusinesses());
  }

  public List<AdminRole> roles() {
    return em.createQuery("select r from AdminRole r order by r.name, r.id", AdminRole.class)
        .getResultList();
  }

  public AdminRole role(Long id) {
    var role = em.find(AdminRole.class, id);
    if (role == null) {
      throw new NotFoundException("tenancy.no-such-role");
    }
    return role;
  }

  public void create(@NotNull @Valid AdminRoleForm form) {
    var role = new AdminRole(form.name(), form.permissions(), form.businessPermissions());
    assertNoMoreThanOwn(role);
    em.persist(role);
    em.flush();
    deeds.fire(
        new Deed("admin-role.create", "AdminRole", role.getId())
            .made(role.facts())
            .outsideBusinesses());
  }

  /**
   * @throws ConflictException if somebody else changed the role since it was read
   */
  public void update(Long id, @NotNull @Valid AdminRoleForm form) {
    var role = role(id);
    if (form.version() != null && !form.version().equals(role.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    if (id.equals(own().getId())) {
      throw new RefusedException("platform.not-own-role");
    }
    assertNoMoreThanOwn(role);
    var before = role.facts();
    role.define(form.name(), form.permissions(), form.businessPermissions());
    assertNoMoreThanOwn(role);
    em.flush();
    deeds.fire(
        new Deed("admin-role.update", "AdminRole", id)
            .changed(before, role.facts())
            .outsideBusinesses());
  }

  /**
   * @throws RefusedException while one of the staff has the role
   */
  public void delete(Long id) {
    var role = grantable(id);
    long staff =
        em.createQuery(
                "select count(a) from AdminProfile a where a.adminRoleId = :role", Long.class)
            .setParameter("role", id)
            .getSingleResult();
    if (staff > 0) {
      throw new RefusedException("tenancy.role-in-use", staff);
    }
    em.remove(role);
    em.flush();
    deeds.fire(
        new Deed("admin-role.delete", "AdminRole", id)
            .changed(role.facts(), new Facts())
            .outsideBusinesses());
  }

  private AdminRole grantable(Long id) {
    var role = em.find(AdminRole.class, id);
    if (role == null) {
      throw new InvalidException(Violation.at("role", "tenancy.no-such-role"));
    }
    assertNoMoreThanOwn(role);
    return role;
  }

  private void assertNoMoreThanOwn(AdminRole role) {
    if (!own().covers(role)) {
      throw new InvalidException(Violation.at("permissions", "tenancy.role-not-grantable"));
    }
  }

  private AdminRole own() {
    var profile = em.find(AdminProfile.class, context.getUserId());
    return em.find(AdminRole.class, profile.getAdminRoleId());
  }

  /** By SQL, for the platform's database role does not see the whole user. */
  private Long userId(String email) {
    try (var statement =
        em.unwrap(Connection.class).prepareStatement("select id from users where email = ?")) {
      statement.setString(1, User.canonical(email == null ? "" : email));
      try (var row = statement.executeQuery()) {
        if (row.next()) {
          return row.getLong(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The users could not be read", e);
    }
    throw new InvalidException(Violation.at("email", "platform.no-such-user"));
  }
}
