package org.tradehall.tenancy.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file on its way into an archive, counted and hashed as it goes. */
class ArchiveFile {

  private final MessageDigest digest = sha256Digest();
  private long rows;

  void row(OutputStream out, String... fields) throws IOException {
    line(out, Arrays.asList(fields));
    rows++;
  }

  void line(OutputStream out, List<String> fields) throws IOException {
    var line = fields.stream().map(ArchiveFile::written).collect(Collectors.joining(",")) + "\r\n";
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
  }

  private static String written(String field) {
    if (field == null) {
      return "";
    }
    boolean plain = !field.isEmpty() && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  long rows() {
    return rows;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
