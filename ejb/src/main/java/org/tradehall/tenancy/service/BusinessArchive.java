package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Permission;

/**
 * Everything of a business in one open archive: a ZIP with a CSV file a table (RFC 4180, UTF-8,
 * with a heading; an empty field is null, {@code ""} an empty text) and {@code manifest.json},
 * which tells the schema version and the rows and SHA-256 of each file. Columns of bytes (hashes of
 * keys, uploaded files) are left out.
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
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    var connection = em.unwrap(Connection.class);
    try {
      var tables = tables(connection);
      var files = new LinkedHashMap<String, ArchiveFile>();
      for (var table : tables.keySet()) {
        files.put(table, new ArchiveFile());
      }
      write(zip, connection, tables, files);
      manifest(zip, version(connection), files);
      zip.finish();
    } catch (SQLException e) {
      throw new IllegalStateException("The business could not be read", e);
    }
  }

  /** Columns of each table of a business, by name. */
  private static Map<String, List<String>> tables(Connection connection) throws SQLException {
    var tables = new LinkedHashMap<String, List<String>>();
    try (var statement =
            connection.prepareStatement(
                """
                select c.relname, string_agg(a.attname, ' ' order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and a.attnum > 0 and not a.attisdropped and a.atttypid <> 'bytea'::regtype
                  and has_table_privilege(c.oid, 'SELECT')
                  and exists (select from pg_attribute b
                    where b.attrelid = c.oid and b.attname = 'business_id')
                group by c.relname order by c.relname""");
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        tables.put(rows.getString(1), List.of(rows.getString(2).split(" ", -1)));
      }
    }
    return tables;
  }

  /** One statement for all tables, for one statement sees one moment. */
  private static String union(Map<String, List<String>> tables) {
    return tables.entrySet().stream()
        .map(
            table ->
                "(select '%s', array[%s] from %s where business_id = app_business() order by %s)"
                    .formatted(
                        table.getKey(),
                        table.getValue().stream()
                            .map(column -> '"' + column + "\"::text")
                            .collect(Collectors.joining(", ")),
                        table.getKey(),
                        order(table.getValue())))
        .collect(Collectors.joining(" union all "));
  }

  /** The first column beside the business: the id, or what stands for it. */
  private static String order(List<String> columns) {
    return columns.stream()
        .filter(column -> !column.equals("business_id"))
        .findFirst()
        .orElse("business_id");
  }

  private static void write(
      ZipOutputStream zip,
      Connection connection,
      Map<String, List<String>> tables,
      Map<String, ArchiveFile> files)
      throws SQLException, IOException {
    try (var statement = connection.prepareStatement(union(tables))) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery()) {
        String open = null;
        while (rows.next()) {
          var table = rows.getString(1);
          if (!table.equals(open)) {
            // Fails if a table comes twice: then its rows did not come together.
            zip.putNextEntry(new ZipEntry(table + ".csv"));
            files.get(table).line(zip, tables.get(table));
            open = table;
          }
          files.get(table).row(zip, (String[]) rows.getArray(2).getArray());
        }
      }
    }
    zip.closeEntry();
  }

  private static String version(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select app_schema_version()");
        var row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private void manifest(ZipOutputStream zip, String version, Map<String, ArchiveFile> files)
      throws IOException {
    var list = Json.createArrayBuilder();
    files.forEach(
        (table, file) ->
            list.add(
                Json.createObjectBuilder()
                    .add("table", table)
                    .add("rows", file.rows())
                    .add("sha256", file.sha256())));
    var manifest =
        Json.createObjectBuilder()
            .add("product", "Tradehall")
            .add("format", 1)
            .add("schemaVersion", version)
            .add("business", context.getBusinessId())
            .add("name", context.getBusinessName())
            .add("madeAt", clock.instant().toString())
            .add("files", list)
            .build();
    zip.putNextEntry(new ZipEntry("manifest.json"));
    zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
