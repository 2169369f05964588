package org.tradehall.backup.service;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in which a business has rows, as the catalogue knows it.
 *
 * @param owner the column that names the business
 * @param key the columns of the primary key
 * @param columns what is restored, in the table's order; computed columns compute themselves
 * @param types of the columns, as the database writes them
 */
public record BusinessTable(
    String name, String owner, List<String> key, List<String> columns, List<String> types) {

  /** What tells a person which row it is; the first few that a table has. */
  private static final List<String> TELLING =
      List.of(
          "number",
          "sku",
          "code",
          "file_name",
          "reference",
          "key",
          "name",
          "description",
          "kind",
          "method",
          "quantity",
          "amount",
          "total",
          "balance",
          "percent",
          "business_date");

  private static final int TOLD = 3;

  /** Where the source's rows wait. */
  String source() {
    return "restored_" + name;
  }

  String columnList() {
    return columns.stream().map(BusinessTable::quoted).collect(Collectors.joining(", "));
  }

  String keyList() {
    return key.stream().map(BusinessTable::quoted).collect(Collectors.joining(", "));
  }

  /** A row as one text, by which rows are carried, compared and summed. */
  String row(String alias) {
    return columns.stream()
        .map(column -> alias + "." + quoted(column))
        .collect(Collectors.joining(", ", "row(", ")::text"));
  }

  String sameKey(String one, String other) {
    return key.stream()
        .map(column -> one + "." + quoted(column) + " = " + other + "." + quoted(column))
        .collect(Collectors.joining(" and "));
  }

  /** A few words that tell a person which row it is. */
  String label(String alias) {
    var telling = TELLING.stream().filter(columns::contains).limit(TOLD).toList();
    var told = telling.isEmpty() ? key.subList(key.size() - 1, key.size()) : telling;
    return told.stream()
        .map(column -> "left(" + alias + "." + quoted(column) + "::text, 60)")
        .collect(Collectors.joining(", ", "concat_ws(' · ', ", ")"));
  }

  /** For comparing one database's table with another's. */
  List<String> shape() {
    return Stream.concat(
            Stream.of("key " + keyList()),
            Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                .map(i -> columns.get(i) + " " + types.get(i)))
        .toList();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
