package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Apart;
import org.tradehall.harness.PostgresTools.Fault;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** An installation of its own loses, in the middle of a backup, its replica, or its only server. */
class BackupCutOffIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** {@code pg_dump} locks all tables before it reads any. */
  private static final String DUMPS_WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'LOCK TABLE%'";

  private final Apart apart = Apart.running();
  private final Sql operations = apart.operations();

  @BeforeEach
  void streams() {
    assertThat(apart.cluster().streams(SOON)).isTrue();
    apart.catchUp();
  }

  @Test
  @Timeout(300)
  void a_replica_that_stops_in_the_middle_of_the_dump_is_replaced_by_the_primary()
      throws SQLException {
    var before = Backups.last(operations);
    try {
      try (var lock = apart.superuser().connect()) {
        lock.setAutoCommit(false);
        Sql.run(lock, "lock table passkeys in access exclusive mode");
        // Of itself a lock is sent on with whatever is committed next, whenever that is.
        apart.superuser().run("select pg_logical_emit_message(true, 'locked', '')");
        Until.isTrue(SOON, "the replica has the lock", this::isLockedOnStandby);

        var unused = Jobs.start(apart.server(), "backup");
        await("pg_dump waits at the replica", apart.superuserOnStandby());
        apart.cluster().standby().stop();
        await("pg_dump waits at the primary", apart.superuser());
        lock.rollback();
      }
      var backup = Backups.endedAfter(operations, before);
      assertThat(backup).containsEntry("problem", null).containsEntry("state", "VALID");
      assertThat(backup).containsEntry("source", "PRIMARY").containsEntry("attempt", 1);
      assertThat(Backups.lines(operations, backup.get("id")))
          .anyMatch(line -> line.startsWith("The replica could not be dumped ("));
      Backups.assertNothingIsLeft(operations, apart.backups());
    } finally {
      apart.cluster().standby().restart();
    }
    streams();
    var next = Backups.last(operations);
    var unused = Jobs.start(apart.server(), "backup");
    assertThat(Backups.endedAfter(operations, next))
        .containsEntry("state", "VALID")
        .containsEntry("source", "REPLICA");
  }

  private boolean isLockedOnStandby() {
    return apart
            .superuserOnStandby()
            .number(
                "select count(*) from pg_locks where mode = 'AccessExclusiveLock'"
                    + " and relation = 'passkeys'::regclass")
        > 0;
  }

  private static void await(String what, Sql where) {
    Until.isTrue(SOON, what, () -> where.number(DUMPS_WAITING) > 0);
  }

  @Test
  @Timeout(300)
  void the_only_server_is_killed_and_clears_up_when_it_starts_again() {
    var before = Backups.last(operations);
    try (var hold = new ToolHold(Fault.RESTORE_HANGS)) {
      var unused = Jobs.start(apart.server(), "backup");
      hold.awaitReached();
      apart.server().kill();
      Tradehall.start(apart.server());
      assertThat(Backups.endedAfter(operations, before))
          .containsEntry("state", "INVALID")
          .containsEntry("problem", "validate: the server stopped meanwhile");
    }
    Backups.assertNothingIsLeft(operations, apart.backups());
    var next = Backups.last(operations);
    var unused = Jobs.start(apart.server(), "backup");
    assertThat(Backups.endedAfter(operations, next)).containsEntry("state", "VALID");
  }
}
