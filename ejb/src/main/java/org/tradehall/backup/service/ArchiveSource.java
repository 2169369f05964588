package org.tradehall.backup.service;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.tradehall.shared.model.RefusedException;

/** The archive that a restore left of what was there before. It is read once, from front to end. */
public class ArchiveSource implements BusinessSource {

  private final ZipInputStream zip;
  private final DataInputStream data;
  private final String version;
  private final Map<String, List<String>> shapes = new HashMap<>();

  /**
   * @param in stays the caller's
   * @throws RefusedException if it is no such archive
   */
  public ArchiveSource(InputStream in) throws IOException {
    zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    data = new DataInputStream(zip);
    enter(ArchiveWriter.SHAPES);
    version = data.readUTF();
    for (int tables = data.readInt(); tables > 0; tables--) {
      var table = data.readUTF();
      var shape = new ArrayList<String>();
      for (int lines = data.readInt(); lines > 0; lines--) {
        shape.add(data.readUTF());
      }
      shapes.put(table, shape);
    }
  }

  @Override
  public String schemaVersion() {
    return version;
  }

  @Override
  public List<String> shape(String table) {
    return shapes.getOrDefault(table, List.of());
  }

  /** Tables are asked for in the order in which they were written. */
  @Override
  public void read(BusinessTable table, Rows rows) throws SQLException, IOException {
    enter(table.name());
    for (int length = data.readInt(); length != ArchiveWriter.END; length = data.readInt()) {
      var row = data.readNBytes(length);
      if (row.length < length) {
        throw damaged();
      }
      rows.take(new String(row, StandardCharsets.UTF_8));
    }
  }

  private void enter(String name) throws IOException {
    var entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw damaged();
    }
  }

  private static RefusedException damaged() {
    return new RefusedException("restoration.archive-damaged");
  }
}
