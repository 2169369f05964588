package org.tradehall.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.backup.service.DatabaseSource;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/**
 * The database as it is now, kept in view by a transaction of its own while the others go on: what
 * a restored backup is to a restore, without the time that a dump takes.
 */
final class Past implements AutoCloseable {

  private final Connection connection;

  private Past(Connection connection) {
    this.connection = connection;
  }

  static Past now() {
    try {
      var connection = Sql.superuser().connect();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      // The first statement takes the snapshot.
      Sql.run(connection, "select 1");
      return new Past(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  DatabaseSource of(Shop shop) {
    return new DatabaseSource(connection, shop.businessId());
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
