package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Who restores a business from what. The restore writes it into the log of the business and into
 * that of the platform, in its own transaction.
 *
 * @param action {@code business.restore} or {@code business.restore-undo}
 * @param userId of the platform staff
 * @param source as people know it: when it was made
 * @param id by which the entry is found again, to learn whether the restore came to its end
 */
public record RestoreDeed(String action, Long userId, String source, long id) {

  private static final String UNDO = "business.restore-undo";

  public static RestoreDeed restore(Long userId, String source, long id) {
    return new RestoreDeed("business.restore", userId, source, id);
  }

  public static RestoreDeed undo(Long userId, String source, long id) {
    return new RestoreDeed(UNDO, userId, source, id);
  }

  /** What is undone comes back as it was, right or wrong. */
  boolean isUndo() {
    return action.equals(UNDO);
  }

  void log(Connection live, long businessId, BusinessDiff diff) throws SQLException {
    var values =
        "nextval('ids'), now(), ?, 'JOB', ?, 'Business', ?,"
            + " json_build_object('source', ?, 'restoration', ?, 'gone', ?, 'returned', ?, 'changed', ?)::text,"
            + " '{}', '{}')";
    var columns =
        "id, recorded_at, user_id, channel, action, entity, entity_id, detail, facts_before,"
            + " facts_after)";
    try (var own =
            live.prepareStatement(
                "insert into system_logs (business_id, " + columns + " values (?, " + values);
        var platforms =
            live.prepareStatement("insert into platform_logs (" + columns + " values (" + values)) {
      own.setLong(1, businessId);
      bind(own, 2, businessId, diff);
      own.executeUpdate();
      bind(platforms, 1, businessId, diff);
      platforms.executeUpdate();
    }
  }

  private void bind(PreparedStatement insert, int first, long businessId, BusinessDiff diff)
      throws SQLException {
    insert.setObject(first, userId);
    insert.setString(first + 1, action);
    insert.setLong(first + 2, businessId);
    insert.setString(first + 3, source);
    insert.setString(first + 4, String.valueOf(id));
    insert.setString(first + 5, String.valueOf(diff.going()));
    insert.setString(first + 6, String.valueOf(diff.returning()));
    insert.setString(first + 7, String.valueOf(diff.changing()));
  }
}
