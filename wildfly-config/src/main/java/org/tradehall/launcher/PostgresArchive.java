package org.tradehall.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL that comes as a Maven artifact: initdb, pg_ctl and postgres, for machines that
 * have none.
 */
final class PostgresArchive {

  private PostgresArchive() {}

  /**
   * Unpacks it once.
   *
   * @return its {@code bin} folder
   * @throws LaunchException when there is none for this kind of machine
   */
  static Path unpack(Path cache) {
    var target = cache.resolve("postgresql");
    if (Files.isDirectory(target)) {
      return target.resolve("bin");
    }
    var unfinished = cache.resolve("postgresql.unfinished");
    Folders.delete(unfinished);
    Folders.create(unfinished);
    var archive = "/postgres-linux-" + architecture() + ".txz";
    try (var in = PostgresArchive.class.getResourceAsStream(archive)) {
      if (in == null) {
        throw new LaunchException(
            "PostgreSQL is not installed. Install version 15 or newer, or set PG_HOME to it.");
      }
      extract(
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in))),
          unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Folders.failed("unpack PostgreSQL to", target, e);
    }
    return target.resolve("bin");
  }

  private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var path = target.resolve(entry.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("entry outside the folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(path);
        continue;
      }
      Files.createDirectories(path.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static String architecture() {
    var arch = System.getProperty("os.arch", "");
    return Set.of("aarch64", "arm64").contains(arch) ? "arm_64" : "x86_64";
  }
}
