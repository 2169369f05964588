package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Where backups are stored: files {@code tradehall-<time>-<id>.tar.age} in a folder, and copies of
 * them in a second one. A file appears under its name only when it is complete and on the disk.
 */
@ApplicationScoped
public class BackupFolder {

  private static final String UNFINISHED = ".part";

  @Inject BackupCipher cipher;

  /** A file as it was written. */
  record Stored(String name, long bytes, String sha256) {}

  /** The first place. */
  public Path place() {
    var named = Databases.variable("TRADEHALL_BACKUP_DIR", "");
    return named.isEmpty()
        ? Path.of(System.getProperty("jboss.server.data.dir"), "backups")
        : Path.of(named);
  }

  /** The second place; empty where none is set. */
  public Optional<Path> second() {
    var named = Databases.variable("TRADEHALL_BACKUP_COPY", "");
    return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named));
  }

  /** Where the work on an operation lies as long as it lasts, unencrypted and for our eyes only. */
  Path work(String operation) {
    return place().resolve("work").resolve(operation);
  }

  /** Makes an empty folder for the work on an operation. */
  Path newWork(String operation) {
    var work = work(operation);
    delete(work);
    try {
      Files.createDirectories(place());
      Files.createDirectories(work.getParent());
      return Files.createDirectory(
          work, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw failed("write to", work, e);
    }
  }

  /** Takes away what is left of any work, and files that were never finished. */
  void clearUnfinished() {
    delete(place().resolve("work"));
    deleteUnfinished(place());
    second().ifPresent(BackupFolder::deleteUnfinished);
  }

  private static void deleteUnfinished(Path place) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var unfinished = Files.newDirectoryStream(place, "*" + UNFINISHED)) {
      unfinished.forEach(BackupFolder::delete);
    } catch (IOException e) {
      throw failed("read", place, e);
    }
  }

  static void create(Path target) {
    try {
      Files.createDirectories(target);
    } catch (IOException e) {
      throw failed("make", target, e);
    }
  }

  /** Refuses early what could not be finished. */
  void requireSpace(long bytes) {
    try {
      Files.createDirectories(place());
      var free = Files.getFileStore(place()).getUsableSpace();
      if (free < bytes) {
        throw new OperationFailed(
            "%s has %d MB free, the backup may need %d MB"
                .formatted(place(), free >> 20, bytes >> 20));
      }
    } catch (IOException e) {
      throw failed("write to", place(), e);
    }
  }

  /** Packs and encrypts a folder, and puts it into the first place. */
  Stored store(String name, Path content) {
    var part = place().resolve(name + UNFINISHED);
    var digest = sha256();
    try {
      try (var out = new DigestOutputStream(Files.newOutputStream(part), digest);
          var tar = tar(cipher.encrypt(out))) {
        pack(content, tar);
      }
      finish(part, place().resolve(name));
      return new Stored(
          name, Files.size(place().resolve(name)), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw failed("write", part, e);
    }
  }

  private static TarArchiveOutputStream tar(OutputStream out) {
    var tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    return tar;
  }

  private static void pack(Path folder, TarArchiveOutputStream tar) throws IOException {
    for (var file : files(folder)) {
      var entry = new TarArchiveEntry(file, folder.relativize(file).toString());
      // Which no other tar knows, and each would complain of.
      entry.setCreationTime(null);
      tar.putArchiveEntry(entry);
      Files.copy(file, tar);
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Copies a stored file to the second place and reads it again there. */
  void copy(Stored stored, Path second) {
    var part = second.resolve(stored.name() + UNFINISHED);
    try {
      Files.createDirectories(second);
      Files.copy(place().resolve(stored.name()), part, StandardCopyOption.REPLACE_EXISTING);
      verify(part, stored.sha256());
      finish(part, second.resolve(stored.name()));
    } catch (IOException e) {
      throw failed("write", part, e);
    }
  }

  /** On the disk first, then under its name, then the name on the disk. */
  private static void finish(Path part, Path whole) throws IOException {
    sync(part, StandardOpenOption.WRITE);
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    sync(whole.getParent(), StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption way) throws IOException {
    try (var channel = FileChannel.open(path, way)) {
      channel.force(true);
    }
  }

  /**
   * Unpacks a stored file: from the first place, or from the second where the first has lost or
   * spoilt it.
   */
  void unpack(Stored stored, Path target) {
    var whole = whole(stored);
    try (var in = Files.newInputStream(whole);
        var tar = new TarArchiveInputStream(cipher.decrypt(in), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new OperationFailed(stored.name() + " names a file outside itself");
        }
        Files.createDirectories(file.getParent());
        Files.copy(tar, file);
      }
    } catch (IOException e) {
      throw failed("read", whole, e);
    }
  }

  private Path whole(Stored stored) {
    var first = place().resolve(stored.name());
    try {
      verify(first, stored.sha256());
      return first;
    } catch (OperationFailed | IOException e) {
      var copy = second().map(place -> place.resolve(stored.name())).filter(Files::exists);
      if (copy.isEmpty()) {
        throw e instanceof OperationFailed failed ? failed : failed("read", first, (IOException) e);
      }
      verifyCopy(copy.get(), stored.sha256());
      return copy.get();
    }
  }

  private static void verifyCopy(Path copy, String sha256) {
    try {
      verify(copy, sha256);
    } catch (IOException e) {
      throw failed("read", copy, e);
    }
  }

  /** Reads a file of the first place and compares. */
  void verify(Stored stored) {
    verifyCopy(place().resolve(stored.name()), stored.sha256());
  }

  private static void verify(Path file, String sha256) throws IOException {
    var digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw new OperationFailed(
          file.getFileName() + " is not as it was written: its SHA-256 differs");
    }
  }

  /** Deletes a stored file from both places, whole or unfinished. */
  void delete(String name) {
    for (var ending : List.of("", UNFINISHED)) {
      delete(place().resolve(name + ending));
      second().ifPresent(place -> delete(place.resolve(name + ending)));
    }
  }

  /** Deletes a file or a folder with all that is in it; nothing there is fine. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OperationFailed failed(String what, Path path, IOException e) {
    return new OperationFailed(
        "Could not "
            + what
            + " "
            + path
            + ": "
            + e.getClass().getSimpleName()
            + ", "
            + e.getMessage(),
        e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
