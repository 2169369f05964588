package org.tradehall.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/**
 * Stands in the switch of a restore, before the databases change their names: nobody can work, all
 * connections are cut, and the sessions cannot be carried over, for the test has them locked.
 */
final class SessionsHold implements Hold {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final RowHold entering =
      RowHold.beforeUpdate("restores", "old.step <> 'switch' and new.step = 'switch'");

  private Connection side;

  @Override
  public void awaitReached() {
    entering.awaitReached();
    var name = "tradehall_side_restore_" + Restores.last();
    try {
      side = Sql.of(Tradehall.database().operatorIn(name)).connect();
      side.setAutoCommit(false);
      Sql.run(side, "lock table user_sessions in access exclusive mode");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    entering.release();
    Until.isTrue(
        PATIENCE,
        "the sessions are waited for",
        () ->
            Sql.operations()
                    .number(
                        "select count(*) from pg_locks l join pg_database d on d.oid = l.database"
                            + " where d.datname = ? and not l.granted",
                        name)
                > 0);
  }

  @Override
  public void close() {
    entering.release();
    try {
      if (side != null) {
        side.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
