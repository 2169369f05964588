package org.tradehall.archive.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that is being written: rows as they come, those of one table together. */
final class ArchiveZip {

  private final ZipOutputStream zip;
  private final Map<String, ArchiveFile> files = new LinkedHashMap<>();
  private String open;

  /**
   * @param out not closed
   */
  ArchiveZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  void row(List<ArchiveTable> tables, String name, String... fields) throws IOException {
    if (name.equals(Attachments.PIECES)) {
      enter(Attachments.file(fields[0])).piece(zip, HexFormat.of().parseHex(fields[1]));
    } else {
      csv(named(tables, name)).row(zip, fields);
    }
  }

  private static ArchiveTable named(List<ArchiveTable> tables, String name) {
    return name.equals(ArchiveTable.PEOPLE.name())
        ? ArchiveTable.PEOPLE
        : tables.stream().filter(table -> table.name().equals(name)).findAny().orElseThrow();
  }

  private ArchiveFile csv(ArchiveTable table) throws IOException {
    boolean begins = !files.containsKey(table.file());
    var file = enter(table.file());
    if (begins) {
      file.line(zip, table.columns());
    }
    return file;
  }

  /** Fails if a file comes twice: then its rows did not come together. */
  private ArchiveFile enter(String file) throws IOException {
    if (!file.equals(open)) {
      zip.putNextEntry(new ZipEntry(file));
      open = file;
    }
    return files.computeIfAbsent(file, name -> new ArchiveFile());
  }

  /** Adds the files of tables without rows, and the manifest. */
  void end(
      List<ArchiveTable> tables,
      String schemaVersion,
      long businessId,
      String businessName,
      Instant madeAt)
      throws IOException {
    var all = new ArrayList<>(tables);
    all.add(0, ArchiveTable.PEOPLE);
    for (var table : all) {
      if (!files.containsKey(table.file())) {
        csv(table);
      }
    }
    var csv = new LinkedHashMap<String, ArchiveManifest.Listed>();
    for (var table : all) {
      csv.put(table.name(), files.remove(table.file()).listed());
    }
    var others = new LinkedHashMap<String, ArchiveManifest.Listed>();
    files.forEach((name, file) -> others.put(name, file.listed()));
    zip.putNextEntry(new ZipEntry(ArchiveManifest.FILE));
    new ArchiveManifest(schemaVersion, businessId, businessName, madeAt, csv, others).write(zip);
    zip.finish();
  }
}
