package org.tradehall.backup.service;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.tenancy.service.Pause;

/**
 * Brings one business back to what a backup, or the archive that an earlier restore left, knows of
 * it, in one transaction of the live database. All others work on; the business itself can be
 * looked at meanwhile, and takes nothing new. Whatever does not end well is rolled back, and the
 * business is as it was.
 *
 * <p>What is {@link Kept} stays as it is. Customers who were erased after the backup stay erased.
 */
public class BusinessRestore {

  /** Where what is there now is kept. */
  @FunctionalInterface
  public interface Undo {
    OutputStream open() throws IOException;
  }

  /** How long what is under way in the business may take to end. */
  private static final String PATIENCE = "60s";

  private static final String BROKEN_REFERENCE = "23503";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Connection live;
  private final BusinessSource source;
  private final long businessId;

  /**
   * @param live of a role that may change every business, without a transaction, not committing by
   *     itself; stays the caller's
   */
  public BusinessRestore(Connection live, BusinessSource source, long businessId) {
    this.live = live;
    this.source = source;
    this.businessId = businessId;
  }

  /**
   * What would change, as of one moment. Nobody waits for it.
   *
   * @throws RefusedException if the source cannot be restored from
   */
  public BusinessDiff preview() throws SQLException, IOException {
    try {
      live.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var tables = load();
      return new Comparison(live, businessId).diff(tables);
    } finally {
      live.rollback();
      live.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  /**
   * Restores the business.
   *
   * @param undo gets the business as it is now, as an {@link ArchiveSource} reads it, and is whole
   *     before anything is changed
   * @return what was changed
   * @throws RefusedException if the source cannot be restored from, or what came of it is not
   *     right; then nothing was changed
   */
  public BusinessDiff apply(RestoreDeed deed, Undo undo) throws SQLException, IOException {
    boolean done = false;
    try {
      var tables = load();
      pause();
      var comparison = new Comparison(live, businessId);
      var diff = comparison.diff(tables);
      try (var out = undo.open()) {
        ArchiveWriter.write(live, businessId, tables, out);
      }
      var leftovers = new Leftovers(live, businessId);
      leftovers.remember();
      replace(tables);
      leftovers.endWorkplaces();
      checkReferences();
      comparison.assertSame(tables);
      if (!deed.isUndo()) {
        Bookkeeping.assertBalanced(live, businessId);
      }
      leftovers.forgetAgain();
      deed.log(live, businessId, diff);
      live.commit();
      done = true;
      return diff;
    } finally {
      if (!done) {
        live.rollback();
      }
    }
  }

  private List<BusinessTable> load() throws SQLException, IOException {
    Canonical.texts(live);
    var tables = BusinessTables.of(live);
    new SourceRows(live, tables).load(source);
    return tables;
  }

  /** From here to the end of the transaction nobody writes in this business. */
  private void pause() throws SQLException {
    run("set local lock_timeout = '" + PATIENCE + "'");
    try (var lock = live.prepareStatement(Pause.BEGIN)) {
      lock.setLong(1, businessId);
      lock.execute();
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw refusal("restoration.business-busy", e);
      }
      throw e;
    }
    // The business's own row is changed without touching its key: whoever refers to it, such as the
    // system log, does not wait.
    try (var lock =
        live.prepareStatement("select from businesses where id = ? for no key update")) {
      lock.setLong(1, businessId);
      try (var row = lock.executeQuery()) {
        if (!row.next()) {
          throw new RefusedException("tenancy.no-such-business");
        }
      }
    }
  }

  private void replace(List<BusinessTable> tables) throws SQLException {
    run("set constraints all deferred");
    for (var table : tables) {
      if (!BusinessTables.isOwnRow(table)) {
        delete(table);
      }
    }
    for (var table : tables) {
      if (BusinessTables.isOwnRow(table)) {
        update(table);
      } else {
        insert(table);
      }
    }
  }

  /** What was not there then, and what was otherwise. */
  private void delete(BusinessTable table) throws SQLException {
    change(
        """
        delete from %1$s l where l.%2$s = ? and not exists (select from %3$s s
          where %4$s and %5$s = %6$s)"""
            .formatted(
                table.name(),
                table.owner(),
                table.source(),
                table.sameKey("s", "l"),
                table.row("s"),
                table.row("l")));
  }

  private void insert(BusinessTable table) throws SQLException {
    change(
        """
        insert into %1$s (%2$s) select %2$s from %3$s s where s.%4$s = ?
          and not exists (select from %1$s l where %5$s)"""
            .formatted(
                table.name(),
                table.columnList(),
                table.source(),
                table.owner(),
                table.sameKey("l", "s")));
  }

  private void update(BusinessTable table) throws SQLException {
    change(
        """
        update %1$s l set (%2$s, version) = (select %2$s, l.version + 1 from %3$s s where %4$s)
        where l.%5$s = ? and exists (select from %3$s s where %4$s and %6$s <> %7$s)"""
            .formatted(
                table.name(),
                table.columnList(),
                table.source(),
                table.sameKey("s", "l"),
                table.owner(),
                table.row("s"),
                table.row("l")));
  }

  private void checkReferences() throws SQLException {
    try {
      run("set constraints all immediate");
    } catch (SQLException e) {
      if (BROKEN_REFERENCE.equals(e.getSQLState())) {
        throw refusal("restoration.broken-reference", e, e.getMessage());
      }
      throw e;
    }
  }

  private void change(String sql) throws SQLException {
    try (var statement = live.prepareStatement(sql)) {
      statement.setLong(1, businessId);
      statement.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = live.createStatement()) {
      statement.execute(sql);
    }
  }

  private static RefusedException refusal(String code, SQLException cause, Object... arguments) {
    var refusal = new RefusedException(code, arguments);
    refusal.initCause(cause);
    return refusal;
  }
}
