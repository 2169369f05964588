package org.tradehall.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the database roles of one data folder, made at its first start and kept in a
 * file that only its owner reads.
 */
final class Secrets {

  private final Path file;
  private final Properties values = new Properties();

  Secrets(Path folder) {
    file = folder.resolve("secrets.properties");
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException e) {
        throw Folders.failed("read", file, e);
      }
    }
  }

  /** The password of that name, made now if there is none yet. */
  String get(String name) {
    if (values.getProperty(name) == null) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      values.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      save();
    }
    return values.getProperty(name);
  }

  private void save() {
    var text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException e) {
      throw Folders.failed("write", file, e);
    }
    Folders.writePrivate(file, text.toString());
  }
}
