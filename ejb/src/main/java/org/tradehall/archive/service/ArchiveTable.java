package org.tradehall.archive.service;

import java.util.List;
import java.util.Set;

/**
 * A table of a business, as an archive has it.
 *
 * @param columns what is written, in the table's order; computed columns compute themselves
 * @param types of the columns, as the database writes them
 * @param people those of the columns that name a person
 */
record ArchiveTable(String name, List<String> columns, List<String> types, Set<String> people) {

  /** The business's own row is known by its own id. */
  static final String OWN_ROW = "businesses";

  static final String OWNER = "business_id";

  /** What an entry of the log speaks of: beside it stands its id. */
  static final String ENTITY = "entity";

  /** Who is named in the rows; no table of a business, and so without its secrets. */
  static final ArchiveTable PEOPLE =
      new ArchiveTable(
          "people", List.of("id", "email", "name"), List.of("bigint", "text", "text"), Set.of());

  String file() {
    return name + ".csv";
  }

  boolean isOwnRow() {
    return name.equals(OWN_ROW);
  }

  /** Whether a column holds the id of a row of this business, by reference or by value. */
  boolean isId(String column) {
    return !column.equals(OWNER)
        && !people.contains(column)
        && (column.equals("id") || column.endsWith("_id"));
  }

  /** Whether an entity of the log is no row of the business: itself, or a person. */
  static boolean isNoRow(String entity) {
    return "Business".equals(entity) || "User".equals(entity);
  }

  String type(String column) {
    return types.get(columns.indexOf(column));
  }

  /** Selects the rows of the transaction's business, each as an array of texts. */
  String select() {
    var fields = columns.stream().map(this::written).toList();
    return "select '%s', array[%s] from %s where %s = app_business() order by %s"
        .formatted(
            name,
            String.join(", ", fields),
            quoted(name),
            isOwnRow() ? "id" : OWNER,
            // Beside the business: the id, or what stands for it.
            quoted(columns.stream().filter(each -> !each.equals(OWNER)).findFirst().orElse(OWNER)));
  }

  /** The same text whatever the database's administrator prefers. */
  private String written(String column) {
    var value = quoted(column);
    return switch (type(column)) {
      case "timestamp with time zone" ->
          "to_char(" + value + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
      case "date" -> "to_char(" + value + ", 'YYYY-MM-DD')";
      case "bytea" -> "encode(" + value + ", 'hex')";
      default -> value + "::text";
    };
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
