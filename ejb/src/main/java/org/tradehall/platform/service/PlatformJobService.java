package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.RequiresAdmin;

/** Work in the background, of all businesses. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
public class PlatformJobService {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  /**
   * An import.
   *
   * @param state as it was written last
   * @param done rows posted
   * @param heartbeatAt when its node last said that it is at work; null before it began
   */
  public record Job(
      Long businessId,
      String business,
      String fileName,
      String state,
      int done,
      int rows,
      Instant createdAt,
      Instant heartbeatAt) {}

  /** The latest imports, newest first. */
  @RequiresAdmin(AdminPermission.JOB_VIEW)
  public List<Job> list() {
    try (var statement =
            em.unwrap(Connection.class)
                .prepareStatement(
                    """
                    select b.id, b.name, i.file_name, i.state, i.rows_done, i.row_count,
                      i.created_at, i.heartbeat_at
                    from imports i join businesses b on b.id = i.business_id
                    order by i.created_at desc, i.id desc limit 100""");
        var rows = statement.executeQuery()) {
      var jobs = new ArrayList<Job>();
      while (rows.next()) {
        var heartbeat = rows.getTimestamp(8);
        jobs.add(
            new Job(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getInt(5),
                rows.getInt(6),
                rows.getTimestamp(7).toInstant(),
                heartbeat == null ? null : heartbeat.toInstant()));
      }
      return jobs;
    } catch (SQLException e) {
      throw new IllegalStateException("The jobs could not be read", e);
    }
  }
}
