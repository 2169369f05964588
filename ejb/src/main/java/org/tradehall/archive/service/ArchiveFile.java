package org.tradehall.archive.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A file on its way into an archive, counted and hashed as it goes. */
class ArchiveFile {

  private final MessageDigest digest = Checksum.begin();
  private long rows;
  private long bytes;

  void row(OutputStream out, String... fields) throws IOException {
    line(out, Arrays.asList(fields));
    rows++;
  }

  void line(OutputStream out, List<String> fields) throws IOException {
    var line = fields.stream().map(ArchiveFile::written).collect(Collectors.joining(",")) + "\r\n";
    piece(out, line.getBytes(StandardCharsets.UTF_8));
  }

  void piece(OutputStream out, byte[] piece) throws IOException {
    digest.update(piece);
    bytes += piece.length;
    out.write(piece);
  }

  private static String written(String field) {
    if (field == null) {
      return "";
    }
    boolean plain = !field.isEmpty() && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  /** What the manifest says of it; ends the counting. */
  ArchiveManifest.Listed listed() {
    return new ArchiveManifest.Listed(rows, bytes, Checksum.end(digest));
  }
}
