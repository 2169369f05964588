package org.tradehall.platform.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.replica.service.ReplicaFigures;
import org.tradehall.replica.service.ReplicaFiguresMXBean;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.RequiresAdmin;

/**
 * How the installation is. Asks primary and replica outside transactions, because one that spans
 * both could not be committed.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlatformHealthService {

  @Resource(lookup = "java:jboss/datasources/platform")
  DataSource primary;

  @Resource(lookup = "java:jboss/datasources/replica")
  DataSource replica;

  @Inject ReplicaFigures reads;

  /**
   * A database server.
   *
   * @param problem why it does not answer; null if it does
   * @param version of PostgreSQL
   * @param position up to which it has written or replayed, as PostgreSQL writes it
   * @param bytes size of the database
   */
  public record Node(String problem, String version, String position, long bytes) {

    public boolean isUp() {
      return problem == null;
    }
  }

  /**
   * The whole.
   *
   * @param lagBytes how far the replica is behind the primary; -1 if one of them does not answer
   * @param upTime of this server
   * @param heapUsed bytes
   * @param heapMost bytes
   * @param reads how the replica serves this server
   */
  public record Health(
      Node primary,
      Node replica,
      long lagBytes,
      Duration upTime,
      long heapUsed,
      long heapMost,
      ReplicaFiguresMXBean reads) {}

  @RequiresAdmin(AdminPermission.HEALTH_VIEW)
  public Health look() {
    var first = look(primary, "pg_current_wal_lsn()");
    var second = look(replica, "pg_last_wal_replay_lsn()");
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Health(
        first,
        second,
        first.isUp() && second.isUp() ? lag(first.position(), second.position()) : -1,
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        heap.getUsed(),
        heap.getMax(),
        reads);
  }

  private static Node look(DataSource source, String position) {
    try (var connection = source.getConnection();
        var statement =
            connection.prepareStatement(
                "select current_setting('server_version'), "
                    + position
                    + "::text, pg_database_size(current_database())");
        var row = statement.executeQuery()) {
      row.next();
      return new Node(null, row.getString(1), row.getString(2), row.getLong(3));
    } catch (SQLException e) {
      return new Node(String.valueOf(e.getMessage()), null, null, 0);
    }
  }

  /** Positions are two hexadecimal numbers of 32 bits. The replica may be looked at later. */
  private static long lag(String first, String second) {
    return Math.max(0, offset(first) - offset(second));
  }

  private static long offset(String position) {
    if (position == null) {
      return 0;
    }
    var parts = position.split("/", 2);
    return (Long.parseLong(parts[0], 16) << 32) + Long.parseLong(parts[1], 16);
  }
}
