package org.tradehall.replica.service;

import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.replica.model.Position;

/**
 * What a transaction has to know of its server's position. It is asked in the statement that binds
 * the transaction to its business, so that it costs no round trip of its own.
 */
public interface Question {

  /** One column. */
  String sql();

  /**
   * @param connection to ask again
   */
  void answer(Position told, Connection connection) throws SQLException;
}
