package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The rows of businesses that are brought back or kept for it, encrypted as backups are, beside
 * them: {@code business-<id>-source.age} and {@code business-<id>-undo.age}.
 */
@ApplicationScoped
public class RestorationFiles {

  private static final int BUFFER = 1 << 16;

  @Inject BackupFolder folder;
  @Inject BackupCipher cipher;

  static String source(long restoration) {
    return "business-" + restoration + "-source.age";
  }

  static String undo(long restoration) {
    return "business-" + restoration + "-undo.age";
  }

  /** Once it is closed it is on the disk. */
  OutputStream create(String name) throws IOException {
    BackupFolder.create(folder.place());
    var file = path(name);
    return new BufferedOutputStream(cipher.encrypt(Files.newOutputStream(file)), BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    };
  }

  /** Reading fails at the first changed byte, and at a cut-off end. */
  InputStream open(String name) throws IOException {
    var file = path(name);
    if (!Files.exists(file)) {
      throw new OperationFailed(file + " is not there");
    }
    return new BufferedInputStream(cipher.decrypt(Files.newInputStream(file)), BUFFER);
  }

  void delete(String name) {
    BackupFolder.delete(path(name));
  }

  private Path path(String name) {
    return folder.place().resolve(name);
  }
}
