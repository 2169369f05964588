package org.tradehall.backup;

import java.time.Duration;
import java.util.Map;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Until;

/** What the tests ask of restores of the whole installation. */
final class Restores {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private Restores() {}

  /** The id of the last one that was begun; 0 before the first. */
  static long last() {
    return last(Sql.operations());
  }

  static long last(Sql operations) {
    return operations.number("select coalesce(max(id), 0) from restores");
  }

  /** The first that begins after another, once it has ended. */
  static Map<String, Object> endedAfter(long id) {
    return endedAfter(Sql.operations(), id);
  }

  static Map<String, Object> endedAfter(Sql operations, long id) {
    return Until.is(
            LONGEST,
            "a restore after " + id + " has ended",
            () -> operations.rows("select * from restores where id > ? order by id limit 1", id),
            rows -> !rows.isEmpty() && rows.get(0).get("ended_at") != null)
        .get(0);
  }
}
