package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Apart;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Until;

/** PostgreSQL's own work in the live database is no reason not to let another take its place. */
class RestoreVacuumIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Apart apart = Apart.running();
  private final Sql operations = apart.operations();

  /** So slowly that it is still at it when the databases are exchanged. */
  @BeforeEach
  void vacuumSomething() {
    var sql = apart.superuser();
    sql.run(
        """
        create table slow (n integer) with (autovacuum_vacuum_threshold = 1,
          autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_limit = 1,
          autovacuum_vacuum_cost_delay = 100);
        alter table slow owner to tradehall_owner;
        insert into slow select generate_series(1, 300000); delete from slow""");
    sql.run("alter system set autovacuum_naptime = '1s'");
    sql.run("select pg_reload_conf()");
    Until.isTrue(
        SOON,
        "it is vacuumed",
        () ->
            sql.number(
                    "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'"
                        + " and query like '%public.slow%'")
                > 0);
  }

  @AfterEach
  void stopIt() {
    apart.superuser().run("drop table slow");
    apart.superuser().run("alter system reset autovacuum_naptime");
    apart.superuser().run("select pg_reload_conf()");
  }

  @Test
  @Timeout(300)
  void a_restore_goes_live_although_the_database_is_being_vacuumed() {
    var backup = Backups.last(operations);
    var unused = Jobs.start(apart.server(), "backup");
    assertThat(Backups.endedAfter(operations, backup)).containsEntry("state", "VALID");
    var before = Restores.last(operations);

    var ignored = Jobs.start(apart.server(), "restore");

    assertThat(Restores.endedAfter(operations, before))
        .containsEntry("problem", null)
        .containsEntry("state", "DONE");
  }
}
