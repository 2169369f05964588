package org.tradehall.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

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
    return get(name, Secrets::password);
  }

  /** The same for a secret of another make. */
  String get(String name, Supplier<String> maker) {
    if (values.getProperty(name) == null) {
      values.setProperty(name, maker.get());
      save();
    }
    return values.getProperty(name);
  }

  private static String password() {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
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
