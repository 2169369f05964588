package org.tradehall.imports.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the rows of a file one by one, so that its size does not matter. Whatever makes the file as
 * a whole unreadable is a {@link FileProblem}; what is wrong with a single row is found later.
 */
final class SourceRows implements Closeable {

  /** The most rows of a file; what has more is to be cut into several. */
  static final int MOST_ROWS = 500_000;

  private final StrictReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<ImportField, Integer> places;
  private int row = 1;

  private SourceRows(
      StrictReader reader,
      CSVParser parser,
      Iterator<CSVRecord> records,
      Map<ImportField, Integer> places) {
    this.reader = reader;
    this.parser = parser;
    this.records = records;
    this.places = places;
  }

  /**
   * Opens a file and reads its headings.
   *
   * @throws FileProblem if it is empty or lacks a column of the mapping
   */
  static SourceRows open(SourceFile file, ImportMapping mapping) throws IOException {
    var reader = new StrictReader(file.open(), mapping.charset());
    try {
      var format =
          CSVFormat.RFC4180.builder().setDelimiter(mapping.delimiter()).setIgnoreEmptyLines(true);
      var parser = CSVParser.builder().setReader(reader).setFormat(format.get()).get();
      var records = parser.iterator();
      var headings = next(records, 1).orElseThrow(() -> new FileProblem("imports.file-empty"));
      reader.recordEnds();
      return new SourceRows(reader, parser, records, places(mapping, headings.toList()));
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static Map<ImportField, Integer> places(ImportMapping mapping, List<String> headings)
      throws FileProblem {
    var places = new EnumMap<ImportField, Integer>(ImportField.class);
    var missing = new ArrayList<String>();
    for (var entry : mapping.columns().entrySet()) {
      var column = entry.getValue();
      var found = find(column.heading(), headings);
      if (found >= 0) {
        places.put(entry.getKey(), found);
      } else if (!column.optional()) {
        missing.add(column.heading());
      }
    }
    if (!missing.isEmpty()) {
      var there = String.join(", ", headings);
      throw new FileProblem(
          "imports.column-missing",
          String.join(", ", missing),
          there.length() > 300 ? there.substring(0, 300) + "…" : there);
    }
    return places;
  }

  /** Headings are compared without regard to case and white space around them. */
  private static int find(String heading, List<String> headings) throws FileProblem {
    var found = -1;
    for (var i = 0; i < headings.size(); i++) {
      if (headings.get(i).strip().equalsIgnoreCase(heading)) {
        if (found >= 0) {
          throw new FileProblem("imports.column-twice", heading);
        }
        found = i;
      }
    }
    return found;
  }

  /**
   * The next row, or none at the end.
   *
   * @throws FileProblem if the file cannot be read on from here
   */
  Optional<SourceRow> next() throws IOException {
    var record = next(records, row + 1);
    reader.recordEnds();
    if (record.isEmpty()) {
      return Optional.empty();
    }
    row++;
    if (row - 1 > MOST_ROWS) {
      throw new FileProblem("imports.rows-many", MOST_ROWS);
    }
    var values = new EnumMap<ImportField, String>(ImportField.class);
    for (var place : places.entrySet()) {
      if (place.getValue() < record.get().size()) {
        values.put(place.getKey(), record.get().get(place.getValue()).strip());
      }
    }
    return Optional.of(new SourceRow(row, values));
  }

  private static Optional<CSVRecord> next(Iterator<CSVRecord> records, int row) throws IOException {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new FileProblem("imports.row-broken", row);
      }
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
