package org.tradehall.replica.service;

import java.sql.Connection;
import java.util.function.Consumer;
import org.tradehall.replica.model.Position;

/** Asks the primary up to where the caller has seen it, so that he never sees it younger. */
record Learning(Consumer<Position> whoWantsToKnow) implements Question {

  /**
   * What was flushed, for commits wait for that; unless they do not, and then all that there is.
   */
  static final String SQL =
      "case current_setting('synchronous_commit') when 'off' then pg_current_wal_insert_lsn()"
          + " else pg_current_wal_flush_lsn() end";

  @Override
  public String sql() {
    return SQL;
  }

  @Override
  public void answer(Position told, Connection connection) {
    whoWantsToKnow.accept(told);
  }
}
