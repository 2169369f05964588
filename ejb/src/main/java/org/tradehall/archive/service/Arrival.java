package org.tradehall.archive.service;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.util.PSQLException;
import org.tradehall.backup.service.Bookkeeping;
import org.tradehall.shared.model.RefusedException;

/**
 * The rows of an archive, on their way into a business that was opened for them. Everything is done
 * in the caller's transaction and by the application's role, to which row-level security shows no
 * other business.
 */
final class Arrival {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int CHARACTERS_AT_ONCE = 1 << 22;

  private static final String BROKEN_REFERENCE = "23503";

  private final Connection connection;
  private final long businessId;
  private final ReceivedArchive archive;
  private final List<ArchiveTable> tables;
  private final LongConsumer progress;
  private final ArrivedPeople people;
  private final long base;
  private long done;

  /**
   * @param connection of a transaction that is bound to the business
   * @param progress is told from time to time how many rows have come
   */
  Arrival(Connection connection, long businessId, ReceivedArchive archive, LongConsumer progress)
      throws SQLException, IOException {
    this.connection = connection;
    this.businessId = businessId;
    this.archive = archive;
    this.progress = progress;
    tables = brought(ArchiveTables.of(connection));
    people = new ArrivedPeople(connection, archive);
    base = reserve(archive.ids().width()) - archive.ids().before();
  }

  /** Rows that come, of all that an archive has. */
  static long count(List<ArchiveTable> tables, ArchiveManifest manifest) {
    return brought(tables).stream()
        .mapToLong(table -> manifest.tables().get(table.name()).rows())
        .sum();
  }

  private static List<ArchiveTable> brought(List<ArchiveTable> tables) {
    return tables.stream().filter(Arrival::brings).toList();
  }

  /** Whether the rows of a table come as they are. */
  static boolean brings(ArchiveTable table) {
    return !table.isOwnRow() && !table.equals(ArchiveTable.PEOPLE) && !LeftOut.isLeftOut(table);
  }

  private long reserve(long most) throws SQLException {
    try (var query = connection.prepareStatement("select reserve_ids(?)")) {
      query.setLong(1, most);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * Brings all rows and verifies what has come.
   *
   * @throws RefusedException if a row cannot be taken in, or what has come is not right
   */
  void bring() throws SQLException, IOException {
    run("set constraints all deferred");
    for (var table : tables) {
      bring(table);
    }
    checkReferences();
    verify();
  }

  private void bring(ArchiveTable table) throws SQLException, IOException {
    try (var rows = archive.rows(table)) {
      var headings = rows.headings();
      var some = new ArrayList<String[]>();
      long characters = 0;
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        var fields = row.get();
        characters += length(fields);
        some.add(fields);
        if (some.size() == ROWS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
          insert(table, headings, some, rows);
          characters = 0;
        }
      }
      insert(table, headings, some, rows);
    }
  }

  private static long length(String... fields) {
    long length = 0;
    for (var field : fields) {
      length += field == null ? 0 : field.length();
    }
    return length;
  }

  private void insert(
      ArchiveTable table, List<String> headings, List<String[]> rows, ArchiveRows read)
      throws SQLException, IOException {
    if (rows.isEmpty()) {
      return;
    }
    for (var row : rows) {
      translate(table, headings, row, read);
    }
    try {
      if (table.name().equals(Attachments.TABLE)) {
        insertWithContent(table, headings, rows);
      } else {
        insertTogether(table, headings, rows);
      }
    } catch (SQLException e) {
      if (isBadData(e)) {
        throw refusal(
            e, "archive.row-refused", table.file(), read.row() - rows.size() + 1, read.row());
      }
      throw e;
    }
    done += rows.size();
    progress.accept(done);
    rows.clear();
  }

  private void translate(ArchiveTable table, List<String> headings, String[] row, ArchiveRows read)
      throws SQLException {
    var entity = headings.indexOf(ArchiveTable.ENTITY);
    for (int i = 0; i < row.length; i++) {
      var column = headings.get(i);
      if (column.equals(ArchiveTable.OWNER)) {
        if (!String.valueOf(archive.checkedManifest().business()).equals(row[i])) {
          throw read.broken();
        }
        row[i] = String.valueOf(businessId);
      } else if (table.people().contains(column)) {
        row[i] = people.id(row[i]);
      } else if (column.equals("entity_id") && entity >= 0) {
        row[i] = entityId(row[entity], row[i]);
      } else if (table.isId(column) && row[i] != null) {
        row[i] = moved(row[i]);
      }
    }
  }

  private String moved(String id) {
    return String.valueOf(base + Long.parseLong(id));
  }

  /** What the log speaks of is a row of the business, the business itself, or a person. */
  private String entityId(String entity, String id) throws SQLException {
    if (id == null) {
      return null;
    }
    return switch (String.valueOf(entity)) {
      case "Business" -> String.valueOf(businessId);
      case "User" -> people.known(id);
      default -> moved(id);
    };
  }

  private void insertTogether(ArchiveTable table, List<String> headings, List<String[]> rows)
      throws SQLException {
    var places = IntStream.range(0, headings.size()).boxed().toList();
    var sql =
        "insert into %s (%s) select %s from unnest(%s) as x(%s)"
            .formatted(
                ArchiveTable.quoted(table.name()),
                headings.stream().map(ArchiveTable::quoted).collect(Collectors.joining(", ")),
                places.stream()
                    .map(i -> "x.c" + i + "::" + table.type(headings.get(i)))
                    .collect(Collectors.joining(", ")),
                places.stream().map(i -> "?::text[]").collect(Collectors.joining(", ")),
                places.stream().map(i -> "c" + i).collect(Collectors.joining(", ")));
    try (var insert = connection.prepareStatement(sql)) {
      for (int i : places) {
        var values = rows.stream().map(row -> row[i]).toArray(String[]::new);
        insert.setArray(i + 1, connection.createArrayOf("text", values));
      }
      insert.executeUpdate();
    }
  }

  /** One by one, for a file stands in memory as a whole. */
  private void insertWithContent(ArchiveTable table, List<String> headings, List<String[]> rows)
      throws SQLException, IOException {
    var sql =
        "insert into %s (%s, %s) values (%s, ?)"
            .formatted(
                ArchiveTable.quoted(table.name()),
                headings.stream().map(ArchiveTable::quoted).collect(Collectors.joining(", ")),
                Attachments.COLUMN,
                headings.stream()
                    .map(column -> "?::" + table.type(column))
                    .collect(Collectors.joining(", ")));
    try (var insert = connection.prepareStatement(sql)) {
      for (var row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setString(i + 1, row[i]);
        }
        var id = Long.parseLong(row[headings.indexOf("id")]) - base;
        insert.setBytes(row.length + 1, archive.attachment(Attachments.file(String.valueOf(id))));
        insert.executeUpdate();
      }
    }
  }

  private void checkReferences() throws SQLException {
    try {
      run("set constraints all immediate");
    } catch (SQLException e) {
      if (BROKEN_REFERENCE.equals(e.getSQLState())) {
        throw refusal(e, "archive.reference-broken", table(e));
      }
      throw e;
    }
  }

  private static String table(SQLException e) {
    return e instanceof PSQLException told && told.getServerErrorMessage() != null
        ? String.valueOf(told.getServerErrorMessage().getTable())
        : "";
  }

  private void verify() throws SQLException {
    for (var table : tables) {
      long listed = archive.checkedManifest().tables().get(table.name()).rows();
      long come =
          number("select count(*) from %s where business_id = app_business()", table.name());
      if (come != listed) {
        throw new RefusedException("archive.rows-differ", table.file(), come, listed);
      }
    }
    Bookkeeping.assertBalanced(connection, businessId);
    // What is done from now on would look as if it had been put in later.
    if (number(
            "select count(*) from %s where business_id = app_business()"
                + " and recorded_at > now() + interval '30 minutes'",
            "system_logs")
        > 0) {
      throw new RefusedException("archive.log-ahead");
    }
  }

  private long number(String sql, String table) throws SQLException {
    try (var query = connection.prepareStatement(sql.formatted(ArchiveTable.quoted(table)));
        var row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** For the log of the business: from which archive it came, and where its old seals ended. */
  Map<String, Object> told() throws IOException {
    var manifest = archive.checkedManifest();
    return Map.of(
        "archive", manifest.name(),
        "schemaVersion", manifest.schemaVersion(),
        "madeAt", manifest.madeAt(),
        "business", manifest.business(),
        "rows", done,
        "movedBy", base,
        "sealedUntil", archive.head());
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Classes of SQLSTATE: bad data, broken constraint. */
  private static boolean isBadData(SQLException e) {
    return e.getSQLState() != null
        && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
  }

  private static RefusedException refusal(SQLException cause, String code, Object... arguments) {
    var refusal = new RefusedException(code, arguments);
    refusal.initCause(cause);
    return refusal;
  }
}
