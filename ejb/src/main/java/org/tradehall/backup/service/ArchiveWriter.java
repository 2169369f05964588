package org.tradehall.backup.service;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a business as it is into an archive from which it can be brought back: a ZIP that begins
 * with the schema's version and the shapes of the tables, and has the rows of each table as one
 * entry. For this installation only; what people take away is another archive.
 */
final class ArchiveWriter {

  static final String SHAPES = "shapes";

  /** In place of the length of a row. */
  static final int END = -1;

  private ArchiveWriter() {}

  /**
   * @param out not closed
   */
  static void write(Connection live, long businessId, List<BusinessTable> tables, OutputStream out)
      throws SQLException, IOException {
    var source = new DatabaseSource(live, businessId);
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    var data = new DataOutputStream(zip);
    zip.putNextEntry(new ZipEntry(SHAPES));
    data.writeUTF(source.schemaVersion());
    data.writeInt(tables.size());
    for (var table : tables) {
      data.writeUTF(table.name());
      data.writeInt(table.shape().size());
      for (var line : table.shape()) {
        data.writeUTF(line);
      }
    }
    for (var table : tables) {
      zip.putNextEntry(new ZipEntry(table.name()));
      source.read(
          table,
          row -> {
            var bytes = row.getBytes(StandardCharsets.UTF_8);
            data.writeInt(bytes.length);
            data.write(bytes);
          });
      data.writeInt(END);
    }
    data.flush();
    zip.finish();
  }
}
