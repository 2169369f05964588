package org.tradehall.platform.service;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.imports.service.ImportFiles;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.service.RunAs;

/** Deletes, every night, the files of imports that nobody has completed in time. */
@Singleton
@CrossTenant
@Anyone("asked by a timer, tells ids only")
public class OldImportFiles {

  private static final Logger LOG = Logger.getLogger(OldImportFiles.class.getName());

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject RunAs runAs;
  @Inject ImportFiles files;
  @Inject Clock clock;

  /** On every node at the same time; the first one does it, the others find it under way. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  public void delete() {
    var before = clock.instant().minus(ImportFiles.KEPT);
    try {
      if (isMine()) {
        for (var business : businessesWithFilesBefore(before)) {
          runAs.housekeep(business, () -> delete(business, before));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Old import files could not be found", e);
    }
  }

  private void delete(Long business, Instant before) {
    var count = files.deleteSentBefore(before);
    LOG.log(
        Level.INFO, "{0} old import files of business {1} deleted", new Object[] {count, business});
  }

  /** Until the end of this transaction. */
  private boolean isMine() throws SQLException {
    try (var lock =
            connection()
                .prepareStatement(
                    "select pg_try_advisory_xact_lock(hashtextextended('old-import-files', 0))");
        var row = lock.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private List<Long> businessesWithFilesBefore(Instant time) throws SQLException {
    try (var query =
        connection()
            .prepareStatement(
                """
                select distinct f.business_id from import_files f
                join imports i on i.business_id = f.business_id and i.id = f.import_id
                where i.created_at < ?""")) {
      query.setTimestamp(1, Timestamp.from(time));
      var businesses = new ArrayList<Long>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          businesses.add(rows.getLong(1));
        }
      }
      return businesses;
    }
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
