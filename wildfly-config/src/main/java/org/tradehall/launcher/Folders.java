package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/** Whole folders: copied, deleted, kept private. */
final class Folders {

  private Folders() {}

  /** Deletes a folder with all in it; one that is not there is fine. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
              Files.deleteIfExists(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw failed("delete", folder, e);
    }
  }

  /**
   * Copies a folder in which others may be at work: a file that vanishes meanwhile is left out.
   *
   * @param wanted says by its path below the folder whether a file or folder is copied
   */
  static void copy(Path from, Path to, Predicate<Path> wanted) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
              if (!dir.equals(from) && !wanted.test(from.relativize(dir))) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              var copy = to.resolve(from.relativize(dir).toString());
              Files.createDirectories(copy);
              Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(dir));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              var below = from.relativize(file);
              if (wanted.test(below)) {
                try {
                  Files.copy(
                      file,
                      to.resolve(below.toString()),
                      StandardCopyOption.REPLACE_EXISTING,
                      StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException vanished) {
                  Files.deleteIfExists(to.resolve(below.toString()));
                }
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw failed("copy", from, e);
    }
  }

  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed("create", folder, e);
    }
  }

  /** Writes a file that only its owner may read, for it holds a password. */
  static void writePrivate(Path file, String text) {
    try {
      if (!Files.exists(file)) {
        var mode = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw failed("write", file, e);
    }
  }

  static LaunchException failed(String verb, Path path, IOException e) {
    var why = e.getMessage() == null ? e.toString() : e.getMessage();
    if (e instanceof AccessDeniedException) {
      // Its message is the path alone.
      why = "permission denied on " + why;
    }
    return new LaunchException("Could not " + verb + " " + path + ": " + why, e);
  }
}
