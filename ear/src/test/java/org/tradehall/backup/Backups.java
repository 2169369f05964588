package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** What the tests ask of backups. */
final class Backups {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private Backups() {}

  /** The id of the last one that was begun; 0 before the first. */
  static long last() {
    return Sql.operations().number("select coalesce(max(id), 0) from backups");
  }

  /** The first that begins after another, once it has ended. */
  static Map<String, Object> endedAfter(long id) {
    Until.isTrue(
        LONGEST,
        () ->
            Sql.operations()
                    .number("select count(*) from backups where id > ? and state <> 'RUNNING'", id)
                > 0);
    return Sql.operations()
        .rows("select * from backups where id > ? order by id limit 1", id)
        .get(0);
  }

  /** No half file, no work, no side database is left of anything. */
  static void assertNothingIsLeft() {
    Until.isTrue(
        LONGEST,
        () ->
            Sql.operations()
                    .number(
                        "select count(*) from pg_database where datname like 'tradehall_side_%'")
                == 0);
    for (var place : new java.nio.file.Path[] {Tradehall.backups(), Tradehall.backupCopies()}) {
      assertThat(place.toFile().list((folder, name) -> name.endsWith(".part"))).isNullOrEmpty();
    }
    assertThat(Tradehall.backups().resolve("work").toFile().list()).isNullOrEmpty();
  }
}
