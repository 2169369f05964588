package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** A backup of a release that this one knows nothing of. */
class NewerBackupIT {

  private static final String FUTURE = "9999";

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();

  @Test
  void it_is_made_and_valid_but_not_restored_here() {
    var here =
        sql.column("select version from flyway_schema_history order by installed_rank desc limit 1")
            .get(0);
    var backup = backUpInTheFuture();
    var added = shop.goods("ADDED", "1", 5);
    var before = Restores.last();

    var unused = Jobs.start(Tradehall.server(), "restore", "backup", backup);
    var restore = Restores.endedAfter(before);

    assertThat(restore).containsEntry("state", "FAILED").containsEntry("before", null);
    assertThat((String) restore.get("problem"))
        .startsWith(
            "begin: The backup is of schema %s, this installation of %s:".formatted(FUTURE, here));
    Backups.assertNothingIsLeft();
    assertThat(Sql.operations().column("select since is null from maintenance"))
        .containsExactly("true");
    assertThat(shop.api().get("products/" + added).status()).isEqualTo(200);
  }

  private Object backUpInTheFuture() {
    sql.run(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " values (9999, ?, 'future', 'SQL', 'V9999__future.sql', current_user, 0, true)",
        FUTURE);
    try {
      var before = Backups.last();
      var unused = Jobs.start(Tradehall.server(), "backup");
      var backup = Backups.endedAfter(before);
      assertThat(backup).containsEntry("problem", null).containsEntry("state", "VALID");
      assertThat(backup).containsEntry("schema_version", FUTURE);
      return backup.get("id");
    } finally {
      sql.run("delete from flyway_schema_history where version = ?", FUTURE);
    }
  }
}
