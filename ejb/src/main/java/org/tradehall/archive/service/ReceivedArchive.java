package org.tradehall.archive.service;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tradehall.archive.service.ArchiveManifest.Listed;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.TooLargeException;
import org.tradehall.shared.service.Bounded;

/**
 * An archive as it was sent, in a file that is gone for everybody else once it is open. It is
 * looked through from front to end before anything is done with it.
 */
final class ReceivedArchive implements Closeable {

  /** The most bytes that may be sent. */
  static final long LARGEST_UPLOAD = 250L << 20;

  private static final long LARGEST_MANIFEST = 16L << 20;

  private static final int MOST_FILES = 100_000;

  private static final int AT_ONCE = 1 << 16;

  private final ZipFile zip;
  private final IdRange ids = new IdRange();
  private ArchiveManifest manifest;

  private ReceivedArchive(ZipFile zip) {
    this.zip = zip;
  }

  /** Bytes beyond what is allowed; passes through readers as an I/O exception. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Takes an archive in.
   *
   * @param body not closed
   * @throws RefusedException if it is no ZIP
   * @throws TooLargeException beyond {@link #LARGEST_UPLOAD}
   */
  static ReceivedArchive receive(InputStream body) throws IOException {
    var file = Files.createTempFile("tradehall-archive-", ".zip");
    boolean good = false;
    try {
      try (var out = Files.newOutputStream(file)) {
        new Bounded(body, LARGEST_UPLOAD, TooMuch::new).transferTo(out);
      }
      // A server that dies leaves no file behind.
      var zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
      good = true;
      return new ReceivedArchive(zip);
    } catch (ZipException e) {
      throw refusal(e, "archive.no-archive");
    } catch (TooMuch e) {
      throw new TooLargeException("archive.too-large", LARGEST_UPLOAD >> 20);
    } finally {
      if (!good) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Looks it through.
   *
   * @param tables that this installation has
   * @param schemaVersion of this installation
   * @throws RefusedException if it is not such an archive, of this schema, and whole
   * @throws TooLargeException beyond {@link ManifestCheck#LARGEST_UNPACKED}
   */
  void check(List<ArchiveTable> tables, String schemaVersion) throws IOException {
    try {
      manifest = manifest();
      new ManifestCheck(manifest)
          .assertVersion(schemaVersion)
          .assertSize()
          .assertFiles(zip.stream().map(ZipEntry::getName).toList())
          .assertTables(tables);
      for (var listed : manifest.tables().entrySet()) {
        var table = named(tables, listed.getKey());
        assertWhole(table.file(), listed.getValue());
        assertRows(table, listed.getValue());
      }
      for (var listed : manifest.attachments().entrySet()) {
        assertWhole(listed.getKey(), listed.getValue());
      }
      assertAttachments();
    } catch (TooMuch | ZipException | EOFException e) {
      throw refusal(e, "archive.damaged");
    }
  }

  private ArchiveManifest manifest() throws IOException {
    var entry = zip.getEntry(ArchiveManifest.FILE);
    if (entry == null || zip.size() > MOST_FILES) {
      throw new RefusedException("archive.no-archive");
    }
    try (var in = new Bounded(zip.getInputStream(entry), LARGEST_MANIFEST, TooMuch::new)) {
      return ArchiveManifest.read(in);
    }
  }

  private static ArchiveTable named(List<ArchiveTable> tables, String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findAny()
        .orElse(ArchiveTable.PEOPLE);
  }

  /** Reads no further than the manifest says that there is something. */
  private void assertWhole(String name, Listed listed) throws IOException {
    var digest = Checksum.begin();
    try (var bounded = new Bounded(open(name), listed.bytes(), TooMuch::new);
        var in = new DigestInputStream(bounded, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
      if (bounded.count() != listed.bytes() || !Checksum.end(digest).equals(listed.sha256())) {
        throw new RefusedException("archive.checksum-wrong", name);
      }
    } catch (TooMuch | ZipException | EOFException e) {
      throw refusal(e, "archive.checksum-wrong", name);
    }
  }

  private void assertRows(ArchiveTable table, Listed listed) throws IOException {
    try (var rows = rows(table)) {
      assertColumns(table, rows.headings());
      var ids = rows.headings().stream().filter(table::isId).map(rows.headings()::indexOf).toList();
      var entity = rows.headings().indexOf(ArchiveTable.ENTITY);
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        var fields = row.get();
        boolean elsewhere = entity >= 0 && ArchiveTable.isNoRow(fields[entity]);
        for (int place : ids) {
          note(fields[place], rows, Arrival.brings(table) && !elsewhere);
        }
      }
      if (rows.row() != listed.rows()) {
        throw new RefusedException("archive.rows-differ", table.file(), rows.row(), listed.rows());
      }
    }
  }

  /** Each row has its file, which is asked for when the row comes; here: no file is nobody's. */
  private void assertAttachments() {
    long rows = manifest.tables().get(Attachments.TABLE).rows();
    if (manifest.attachments().size() > rows) {
      throw new RefusedException(
          "archive.rows-differ", Attachments.TABLE + ".csv", rows, manifest.attachments().size());
    }
  }

  private static void assertColumns(ArchiveTable table, List<String> headings) {
    for (var heading : headings) {
      if (heading == null || !table.columns().contains(heading)) {
        throw new RefusedException("archive.column-unknown", table.file(), String.valueOf(heading));
      }
    }
    for (var column : table.columns()) {
      if (!headings.contains(column)) {
        throw new RefusedException("archive.column-missing", table.file(), column);
      }
    }
    if (Set.copyOf(headings).size() < headings.size()) {
      throw new RefusedException("archive.column-twice", table.file());
    }
  }

  /**
   * @param comes whether it is an id of what is brought
   */
  private void note(String text, ArchiveRows rows, boolean comes) {
    if (text == null) {
      return;
    }
    if (!text.matches("\\d{1,18}")) {
      throw rows.broken();
    }
    long id = Long.parseLong(text);
    if (!IdRange.isId(id)) {
      throw new RefusedException("archive.id-range", text);
    }
    if (comes) {
      ids.include(id);
    }
  }

  ArchiveManifest checkedManifest() {
    return manifest;
  }

  /** Those that come. */
  IdRange ids() {
    return ids;
  }

  /** Number and hash of the last seal of the log; empty if nothing was sealed. */
  String head() throws IOException {
    var heads = "system_log_heads.csv";
    try (var rows = new ArchiveRows(heads, open(heads))) {
      var row = rows.next();
      return row.isEmpty()
          ? ""
          : row.get()[rows.headings().indexOf("sequence")]
              + " "
              + row.get()[rows.headings().indexOf("hash")];
    }
  }

  /** The business's own row, by column. */
  Map<String, String> own() throws IOException {
    var file = ArchiveTable.OWN_ROW + ".csv";
    try (var rows = new ArchiveRows(file, open(file))) {
      var row = rows.next().orElseThrow(rows::broken);
      var fields = new HashMap<String, String>();
      for (int i = 0; i < row.length; i++) {
        fields.put(rows.headings().get(i), row[i]);
      }
      return fields;
    }
  }

  ArchiveRows rows(ArchiveTable table) throws IOException {
    return new ArchiveRows(table.file(), open(table.file()));
  }

  byte[] attachment(String name) throws IOException {
    if (!manifest.attachments().containsKey(name)) {
      throw new RefusedException("archive.file-missing", name);
    }
    try (var in = new Bounded(open(name), ManifestCheck.LARGEST_ATTACHMENT, TooMuch::new)) {
      return in.readAllBytes();
    }
  }

  private InputStream open(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new RefusedException("archive.file-missing", name);
    }
    return new BufferedInputStream(zip.getInputStream(entry), AT_ONCE);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RefusedException refusal(Exception cause, String code, Object... arguments) {
    var refusal = new RefusedException(code, arguments);
    refusal.initCause(cause);
    return refusal;
  }
}
