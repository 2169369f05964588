package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** A backup while everybody works on. */
class BackupAtWorkIT {

  /** Sequences belong to no snapshot, so that they are not the same at two moments of a dump. */
  @Test
  @Timeout(120)
  void a_backup_is_valid_whatever_numbers_are_given_out_meanwhile() {
    var sql = Sql.superuser();
    var over = new AtomicBoolean();
    AtOnce.run(
        2,
        turn -> {
          if (turn == 0) {
            while (!over.get()) {
              sql.run("select nextval('ids') from generate_series(1, 50)");
            }
            return null;
          }
          try {
            var before = Backups.last();
            var unused = Jobs.start(Tradehall.server(), "backup");
            assertThat(Backups.endedAfter(before))
                .containsEntry("problem", null)
                .containsEntry("state", "VALID");
            return null;
          } finally {
            over.set(true);
          }
        });
  }
}
