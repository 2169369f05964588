package org.tradehall.archive.service;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.tradehall.shared.model.RefusedException;

/** The rows of a CSV file of an archive, one by one. */
final class ArchiveRows implements Closeable {

  /** An unclosed quote must not fill the memory. */
  private static final int LONGEST_RECORD = 1 << 22;

  /** Nothing between two commas is null, {@code ""} an empty text. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private final String file;
  private final Records reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> headings;
  private long row;

  /**
   * @param in is closed with this
   * @throws RefusedException if it does not begin with a heading
   */
  ArchiveRows(String file, InputStream in) throws IOException {
    this.file = file;
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    reader = new Records(new InputStreamReader(in, decoder));
    parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    records = parser.iterator();
    headings = read().map(CSVRecord::toList).orElseThrow(this::broken);
  }

  List<String> headings() {
    return headings;
  }

  /** Number of the row that was read last, without the heading. */
  long row() {
    return row;
  }

  /**
   * The next row's fields, as many as there are headings; none at the end.
   *
   * @throws RefusedException if the file cannot be read on from here
   */
  Optional<String[]> next() throws IOException {
    var found = read();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    row++;
    if (found.get().size() != headings.size()) {
      throw broken();
    }
    return Optional.of(found.get().values());
  }

  private Optional<CSVRecord> read() throws IOException {
    reader.begin();
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException
          || e.getCause() instanceof CharacterCodingException) {
        row++;
        throw broken();
      }
      throw e.getCause();
    }
  }

  RefusedException broken() {
    return new RefusedException("archive.row-broken", file, row);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Counts what one record takes. */
  private static final class Records extends FilterReader {
    private long characters;

    Records(Reader in) {
      super(in);
    }

    void begin() {
      characters = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      characters += Math.max(got, 0);
      if (characters > LONGEST_RECORD) {
        throw new CSVException("A record without end");
      }
      return got;
    }
  }
}
