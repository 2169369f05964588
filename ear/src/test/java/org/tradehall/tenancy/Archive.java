package org.tradehall.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The exported archive of a business. */
record Archive(Path file) {

  static Archive of(Path file) {
    return new Archive(file);
  }

  String text(String entry) {
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
