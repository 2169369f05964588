package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;
import org.tradehall.tenancy.service.StaffRights;

/**
 * All people who can log in. Reads columns, not entities: the platform's database role does not see
 * password hashes.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
public class PlatformUserService {

  private static final String COLUMNS =
      """
      select u.id, u.email, u.name, u.active, u.created_at,
        (select count(*) from memberships m where m.user_id = u.id),
        exists (select from admin_profiles a where a.user_id = u.id), count(*) over ()
      from users u""";

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject BusinessContext context;
  @Inject StaffRights staff;
  @Inject Event<Deed> deeds;

  /**
   * A person.
   *
   * @param businesses in how many the person works
   * @param admin whether the person belongs to the platform staff
   */
  public record Row(
      Long id,
      String email,
      String name,
      boolean active,
      Instant createdAt,
      long businesses,
      boolean admin) {}

  /** A place where somebody works. */
  public record Place(Business business, RoleChoice role) {}

  /** A person and where he works. */
  public record Details(Row user, List<Place> places) {}

  /**
   * Lists people by name.
   *
   * @param text part of the name or of the e-mail address; null or blank for all
   */
  @RequiresAdmin(AdminPermission.USER_VIEW)
  public Slice<Row> search(String text, int first, int max) {
    var pattern = Search.isBlank(text) ? "%" : Search.containing(text);
    return rows(
        " where lower(u.name) like ? escape '\\' or u.email like ? escape '\\'"
            + " order by u.name, u.id limit ? offset ?",
        pattern,
        pattern,
        Search.rows(max),
        Math.max(0, first));
  }

  @RequiresAdmin(AdminPermission.USER_VIEW)
  public Details get(Long id) {
    var memberships =
        em.createQuery(
                "select m from Membership m join fetch m.business where m.user.id = :user"
                    + " order by m.business.name, m.id",
                Membership.class)
            .setParameter("user", id)
            .getResultList();
    return new Details(
        find(id), memberships.stream().map(m -> new Place(m.getBusiness(), m.getRole())).toList());
  }

  /**
   * The person gets in nowhere any more: page, key and job end with their next request.
   *
   * @throws RefusedException for the caller himself, and for one of the staff who may do more
   */
  @RequiresAdmin(AdminPermission.USER_MANAGE)
  public void deactivate(Long id) {
    become("user.deactivate", id, false);
  }

  @RequiresAdmin(AdminPermission.USER_MANAGE)
  public void activate(Long id) {
    become("user.activate", id, true);
  }

  private void become(String action, Long id, boolean active) {
    if (id.equals(context.getUserId())) {
      throw new RefusedException("platform.not-oneself");
    }
    var user = find(id);
    if (!staff.covers(id)) {
      throw new RefusedException("platform.may-do-more");
    }
    if (user.active() == active) {
      throw new RefusedException("platform.is-so-already");
    }
    try (var update =
        em.unwrap(Connection.class)
            .prepareStatement("update users set active = ?, version = version + 1 where id = ?")) {
      update.setBoolean(1, active);
      update.setLong(2, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The user could not be changed", e);
    }
    deeds.fire(new Deed(action, "User", id, Map.of("active", active)).outsideBusinesses());
  }

  private Row find(Long id) {
    return rows(" where u.id = ?", id).rows().stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("platform.no-such-user"));
  }

  private Slice<Row> rows(String condition, Object... parameters) {
    try (var statement = em.unwrap(Connection.class).prepareStatement(COLUMNS + condition)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var rows = new ArrayList<Row>();
      long total = 0;
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(
              new Row(
                  result.getLong(1),
                  result.getString(2),
                  result.getString(3),
                  result.getBoolean(4),
                  result.getTimestamp(5).toInstant(),
                  result.getLong(6),
                  result.getBoolean(7)));
          total = result.getLong(8);
        }
      }
      return new Slice<>(rows, total);
    } catch (SQLException e) {
      throw new IllegalStateException("The users could not be read", e);
    }
  }
}
