package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.model.UserSession;
import org.tradehall.identity.service.SessionTime;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Search;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.RequiresAdmin;

/** Where people are logged in. Whoever's session is ended is out with his next request. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
public class PlatformSessionService {

  private static final String GOING_ON =
      """
      select s.id, u.id, u.name, u.email, s.agent, s.address, s.created_at, s.last_seen_at, count(*) over ()
      from user_sessions s join users u on u.id = s.user_id
      where s.ended_at is null and u.active and s.last_seen_at >= ? and s.created_at >= ?
        and (lower(u.name) like ? escape '\\' or u.email like ? escape '\\')
      order by s.last_seen_at desc, s.id limit ? offset ?""";

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject SessionTime time;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * A session that goes on.
   *
   * @param agent how the browser calls itself
   * @param address network address; null if unknown
   * @param seen to the minute
   */
  public record Row(
      String id,
      Long userId,
      String name,
      String email,
      String agent,
      String address,
      Instant since,
      Instant seen) {}

  /**
   * Those that go on, the last used first.
   *
   * @param text part of the person's name or e-mail address; null or blank for all
   */
  @RequiresAdmin(AdminPermission.SESSION_MANAGE)
  public Slice<Row> search(String text, int first, int max) {
    var pattern = Search.isBlank(text) ? "%" : Search.containing(text);
    var now = clock.instant();
    try (var query = em.unwrap(Connection.class).prepareStatement(GOING_ON)) {
      query.setTimestamp(1, Timestamp.from(now.minus(time.idle())));
      query.setTimestamp(2, Timestamp.from(now.minus(UserSession.LONGEST)));
      query.setString(3, pattern);
      query.setString(4, pattern);
      query.setInt(5, Search.rows(max));
      query.setInt(6, Math.max(0, first));
      var rows = new ArrayList<Row>();
      long total = 0;
      try (var found = query.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Row(
                  found.getString(1),
                  found.getLong(2),
                  found.getString(3),
                  found.getString(4),
                  found.getString(5),
                  found.getString(6),
                  found.getTimestamp(7).toInstant(),
                  found.getTimestamp(8).toInstant()));
          total = found.getLong(9);
        }
      }
      return new Slice<>(rows, total);
    } catch (SQLException e) {
      throw new IllegalStateException("The sessions could not be read", e);
    }
  }

  /**
   * Ends one.
   *
   * @throws NotFoundException if there is no such session, or it has ended
   */
  @RequiresAdmin(AdminPermission.SESSION_MANAGE)
  public void end(String id) {
    var users = ended("id = ?", id);
    if (users.isEmpty()) {
      throw new NotFoundException("platform.no-such-session");
    }
    deeds.fire(new Deed("session.end", "User", users.get(0)).outsideBusinesses());
  }

  /** Ends all of a person. */
  @RequiresAdmin(AdminPermission.SESSION_MANAGE)
  public void endAll(Long userId) {
    var count = ended("user_id = ?", userId).size();
    deeds.fire(
        new Deed("session.end-all", "User", userId, Map.of("sessions", count)).outsideBusinesses());
  }

  /** Whose they were, one by one. */
  private List<Long> ended(String condition, Object key) {
    try (var update =
        em.unwrap(Connection.class)
            .prepareStatement(
                "update user_sessions set ended_at = ? where ended_at is null and "
                    + condition
                    + " returning user_id")) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setObject(2, key);
      var users = new ArrayList<Long>();
      try (var row = update.executeQuery()) {
        while (row.next()) {
          users.add(row.getLong(1));
        }
      }
      return users;
    } catch (SQLException e) {
      throw new IllegalStateException("The sessions could not be ended", e);
    }
  }
}
