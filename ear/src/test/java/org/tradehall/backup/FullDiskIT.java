package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.PostgresTools;
import org.tradehall.harness.PostgresTools.Fault;
import org.tradehall.harness.Shop;
import org.tradehall.harness.SmallDisk;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** A disk is full: the backup ends with that reason, leaves nothing, and the next one is made. */
class FullDiskIT {

  private static final long MEGABYTE = 1L << 20;

  private final Shop shop = Shop.open();

  @AfterEach
  void theNextOneIsMade() {
    PostgresTools.mend();
    assertThat(backUp()).containsEntry("problem", null).containsEntry("state", "VALID");
    Backups.assertNothingIsLeft();
  }

  @Test
  void too_small_a_disk_is_refused_before_anything_is_done() {
    try (var disk = SmallDisk.at(Tradehall.backups(), MEGABYTE)) {
      if (disk.isThere()) {
        assertFailed(backUp(), "begin: " + Tradehall.backups() + " has 1 MB free");
        assertThat(disk.files()).isEmpty();
      }
    }
  }

  @Test
  void a_disk_that_fills_up_meanwhile() throws IOException {
    var needed = Sql.operations().number("select pg_database_size('tradehall')");
    try (var disk = SmallDisk.at(Tradehall.backups(), needed + 4 * MEGABYTE);
        var begun = RowHold.beforeInsert("backup_lines", "new.line like 'Working in %'")) {
      var before = Backups.last();
      var unused = Jobs.start(Tradehall.server(), "backup");
      begun.awaitReached();
      if (disk.isThere()) {
        disk.fill();
      } else {
        PostgresTools.breakBy(Fault.DISK);
      }
      begun.release();
      var failed = Backups.endedAfter(before);
      assertFailed(failed, "dump: pg_dump ended with 1");
      if (disk.isThere()) {
        assertThat((String) failed.get("problem")).contains("No space left on device");
      }
      Backups.assertNothingIsLeft();
    }
  }

  @Test
  void a_full_second_place() throws IOException {
    var mug = shop.goods("MUG", "9.90", 5);
    assertThat(mug).isPositive();
    try (var disk = SmallDisk.at(Tradehall.backupCopies(), 16 << 10)) {
      if (!disk.isThere()) {
        // Nothing can be written into a file as if it were a folder.
        Files.move(Tradehall.backupCopies(), aside());
        Files.createFile(Tradehall.backupCopies());
      }
      try {
        var failed = backUp();
        assertFailed(failed, "copy: Could not write " + Tradehall.backupCopies());
        Backups.assertNoFile(failed);
        Backups.assertNothingIsLeft();
        if (disk.isThere()) {
          assertThat((String) failed.get("problem")).contains("No space left on device");
          assertThat(disk.files()).isEmpty();
        }
      } finally {
        if (!disk.isThere()) {
          Files.delete(Tradehall.backupCopies());
          Files.move(aside(), Tradehall.backupCopies());
        }
      }
    }
  }

  private static Path aside() {
    return Tradehall.backupCopies().resolveSibling("backup-copies-aside");
  }

  private static Map<String, Object> backUp() {
    var before = Backups.last();
    var unused = Jobs.start(Tradehall.server(), "backup");
    return Backups.endedAfter(before);
  }

  private static void assertFailed(Map<String, Object> backup, String reason) {
    assertThat(backup).containsEntry("state", "INVALID");
    assertThat((String) backup.get("problem")).startsWith(reason);
  }
}
