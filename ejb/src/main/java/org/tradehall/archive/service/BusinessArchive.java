package org.tradehall.archive.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/**
 * Everything of a business in one open archive: a ZIP with a CSV file a table, the uploaded files,
 * and a manifest that tells the schema version and the rows and SHA-256 of each (docs/archive.md).
 */
@Stateless
public class BusinessArchive {

  private static final int ROWS_AT_ONCE = 1_000;

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Writes the archive of the caller's business.
   *
   * @param out not closed
   */
  @Requires(Permission.BUSINESS_MANAGE)
  public void write(OutputStream out) throws IOException {
    deeds.fire(new Deed("business.export", "Business", context.getBusinessId()));
    em.flush();
    var connection = em.unwrap(Connection.class);
    try {
      var tables = ArchiveTables.of(connection);
      var zip = new ArchiveZip(out);
      write(zip, connection, tables);
      zip.end(
          tables,
          ArchiveTables.schemaVersion(connection),
          context.getBusinessId(),
          context.getBusinessName(),
          clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("The business could not be read", e);
    }
  }

  private static void write(ArchiveZip zip, Connection connection, List<ArchiveTable> tables)
      throws SQLException, IOException {
    try (var statement = connection.prepareStatement(everything(tables))) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          zip.row(tables, rows.getString(1), (String[]) rows.getArray(2).getArray());
        }
      }
    }
  }

  /** One statement for all, for one statement sees one moment. */
  private static String everything(List<ArchiveTable> tables) {
    return Stream.of(
            Stream.of(People.select(tables)),
            tables.stream().map(ArchiveTable::select),
            Stream.of(Attachments.select()))
        .flatMap(selects -> selects)
        .collect(Collectors.joining(") union all (", "(", ")"));
  }
}
