package org.tradehall.tenancy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.DocumentKind;

/**
 * Gapless document numbers per branch, kind and year of the business date. Taking one locks the
 * series until the transaction ends, so it is taken last; a transaction that fails gives it back.
 */
@ApplicationScoped
public class NumberSeries {

  @Inject EntityManager em;

  /** The next number of the series, formatted. */
  public String take(Branch branch, DocumentKind kind, LocalDate businessDate) {
    int year = businessDate.getYear();
    return kind.format(branch.getCode(), year, take(branch, kind, year, 1));
  }

  /**
   * Takes several numbers at once.
   *
   * @return the first of them
   */
  public long take(Branch branch, DocumentKind kind, int year, int count) {
    try {
      var connection = em.unwrap(Connection.class);
      Long first = advance(connection, branch, kind, year, count);
      if (first == null) {
        open(connection, branch, kind, year);
        first = advance(connection, branch, kind, year, count);
      }
      return first;
    } catch (SQLException e) {
      throw new IllegalStateException("No number could be taken from the series " + kind, e);
    }
  }

  private static Long advance(
      Connection connection, Branch branch, DocumentKind kind, int year, int count)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update number_series set next_number = next_number + ?
            where business_id = app_business() and branch_id = ? and kind = ? and year = ?
            returning next_number - ?""")) {
      update.setLong(1, count);
      update.setLong(2, branch.getId());
      update.setString(3, kind.name());
      update.setInt(4, year);
      update.setLong(5, count);
      try (var row = update.executeQuery()) {
        return row.next() ? row.getLong(1) : null;
      }
    }
  }

  private static void open(Connection connection, Branch branch, DocumentKind kind, int year)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into number_series (business_id, id, branch_id, kind, year, next_number)
            values (app_business(), nextval('ids'), ?, ?, ?, 1)
            on conflict (business_id, branch_id, kind, year) do nothing""")) {
      insert.setLong(1, branch.getId());
      insert.setString(2, kind.name());
      insert.setInt(3, year);
      insert.executeUpdate();
    }
  }
}
