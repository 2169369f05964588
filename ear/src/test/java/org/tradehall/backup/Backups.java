package org.tradehall.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** What the tests ask of backups. */
final class Backups {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofSeconds(30);

  private Backups() {}

  /** The id of the last one that was begun; 0 before the first. */
  static long last() {
    return last(Sql.operations());
  }

  static long last(Sql operations) {
    return operations.number("select coalesce(max(id), 0) from backups");
  }

  /** The first that begins after another, once it has ended. */
  static Map<String, Object> endedAfter(long id) {
    return endedAfter(Sql.operations(), id);
  }

  static Map<String, Object> endedAfter(Sql operations, long id) {
    return Until.is(
            LONGEST,
            "a backup after " + id + " has ended",
            () -> operations.rows("select * from backups where id > ? order by id limit 1", id),
            rows -> !rows.isEmpty() && rows.get(0).get("ended_at") != null)
        .get(0);
  }

  /** What its steps said. */
  static List<String> lines(Sql operations, Object id) {
    return operations.column("select line from backup_lines where backup_id = ? order by id", id);
  }

  /** No half file, no work, no side database is left of anything. */
  static void assertNothingIsLeft() {
    assertNothingIsLeft(Sql.operations(), Tradehall.backups(), Tradehall.backupCopies());
  }

  static void assertNothingIsLeft(Sql operations, Path... places) {
    // The turn is given back when all is cleared away.
    var unused = Until.is(SOON, "nothing is left", () -> left(operations, places), List::isEmpty);
  }

  private static List<String> left(Sql operations, Path... places) {
    var left =
        new ArrayList<>(
            operations.column(
                "select datname from pg_database where datname like 'tradehall\\_side\\_%'"));
    for (var place : places) {
      left.addAll(names(place, ".part"));
    }
    left.addAll(names(places[0].resolve("work"), ""));
    return left;
  }

  private static List<String> names(Path folder, String ending) {
    var names = folder.toFile().list((in, name) -> name.endsWith(ending));
    return names == null ? List.of() : List.of(names);
  }

  /** A file that is not offered is not there either. */
  static void assertNoFile(Map<String, Object> backup) {
    if (backup.get("file") != null) {
      var file = (String) backup.get("file");
      for (var place : List.of(Tradehall.backups(), Tradehall.backupCopies())) {
        Until.isTrue(
            SOON, file + " is gone from " + place, () -> !Files.exists(place.resolve(file)));
      }
    }
  }
}
