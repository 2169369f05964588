package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.Role;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.RoleLimits;

/** The roles that a business makes beside the ready-made ones. */
@Stateless
@Requires(Permission.ROLE_MANAGE)
public class RoleService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;

  /** The business's own roles, by name. */
  @Reads
  @Requires(Permission.MEMBER_MANAGE)
  public List<Role> list() {
    return em.createQuery("select r from Role r order by r.name, r.id", Role.class).getResultList();
  }

  @Reads
  public Role get(Long id) {
    var role = em.find(Role.class, id);
    if (role == null) {
      throw new NotFoundException("tenancy.no-such-role");
    }
    return role;
  }

  public Role create(@NotNull @Valid RoleForm form) {
    var role = new Role(form.name(), form.permissions(), limits(form));
    em.persist(role);
    em.flush();
    deeds.fire(new Deed("role.create", "Role", role.getId()).made(role.facts()));
    return role;
  }

  /**
   * Whoever has the role has the new rights with his next request.
   *
   * @throws ConflictException if somebody else changed the role since it was read
   */
  public Role update(Long id, @NotNull @Valid RoleForm form) {
    var role = get(id);
    if (form.version() != null && !form.version().equals(role.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    var before = role.facts();
    role.define(form.name(), form.permissions(), limits(form));
    em.flush();
    deeds.fire(new Deed("role.update", "Role", id).changed(before, role.facts()));
    return role;
  }

  /**
   * @throws RefusedException while a member has the role
   */
  public void delete(Long id) {
    var role = get(id);
    long members =
        em.createQuery("select count(m) from Membership m where m.ownRole = :role", Long.class)
            .setParameter("role", role)
            .getSingleResult();
    if (members > 0) {
      throw new RefusedException("tenancy.role-in-use", members);
    }
    em.remove(role);
    deeds.fire(new Deed("role.delete", "Role", id).changed(role.facts(), new Facts()));
    em.flush();
  }

  /**
   * The role that a form names.
   *
   * @param key name of a ready-made role, or id of an own one
   * @throws InvalidException if there is none, or it gives more than the caller has
   */
  @Anyone("gives out nothing that the caller has not")
  public RoleChoice grantable(String key) {
    var choice = choice(key);
    if (choice == null || !context.covers(choice)) {
      throw new InvalidException(Violation.at("role", "tenancy.role-not-grantable"));
    }
    return choice;
  }

  private RoleChoice choice(String key) {
    if (key == null) {
      return null;
    }
    if (key.matches("\\d{1,18}")) {
      var own = em.find(Role.class, Long.valueOf(key));
      return own == null ? null : RoleChoice.of(own);
    }
    for (var ready : ReadyRole.values()) {
      if (ready.name().equals(key)) {
        return RoleChoice.of(ready);
      }
    }
    return null;
  }

  /** An import has to find what is there already, so it cannot be blind to some of it. */
  private RoleLimits limits(RoleForm form) {
    var expenseLimit = form.expenseLimit() == null ? null : Money.of(form.expenseLimit());
    var limits =
        new RoleLimits(
            form.maximumDiscount(), expenseLimit, form.ownBranchesOnly(), form.ownDocumentsOnly());
    if (limits.isHiding() && form.permissions().contains(Permission.IMPORT_RUN)) {
      throw new InvalidException(Violation.at("permissions", "tenancy.import-sees-all"));
    }
    // Whoever has a role himself would otherwise give himself more.
    if (!context.covers(form.permissions(), limits)) {
      throw new InvalidException(Violation.at("permissions", "tenancy.role-too-much"));
    }
    return limits;
  }
}
