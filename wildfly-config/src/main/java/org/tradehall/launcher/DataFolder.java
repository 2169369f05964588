package org.tradehall.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds a Tradehall's data. It is ours when it carries our mark, and in use while
 * its lock is held; the lock goes with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {

  private static final String MARK = "tradehall-data";
  private static final String FORMAT = "1";
  private static final long NEEDED_BYTES = 500L * 1024 * 1024;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes a folder, making it when it is not there.
   *
   * @throws LaunchException when it is somebody else's, in use, of another format, or the disk is
   *     nearly full
   */
  static DataFolder open(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new LaunchException(
            path + " is not a folder. Choose another with -Dtradehall.data=.");
      }
      var mark = path.resolve(MARK);
      if (!Files.exists(mark)) {
        refuseForeign(path);
        Folders.create(path);
        Files.writeString(mark, FORMAT + "\n");
      } else if (!Files.readString(mark).strip().equals(FORMAT)) {
        throw new LaunchException(
            path + " was made by a newer Tradehall. Start that version, or choose other data.");
      }
      refuseFullDisk(path);
      return new DataFolder(path, lock(path));
    } catch (IOException e) {
      throw Folders.failed("use", path, e);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (var files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new LaunchException(
            path
                + " holds files that are not Tradehall's. Choose another folder with -Dtradehall.data=.");
      }
    }
  }

  private static void refuseFullDisk(Path path) throws IOException {
    var free = Files.getFileStore(path).getUsableSpace();
    if (free < NEEDED_BYTES) {
      throw new LaunchException(
          "Only %d MB are free on the disk of %s; Tradehall needs %d MB. Make room, or choose another folder with -Dtradehall.data=."
              .formatted(free >> 20, path, NEEDED_BYTES >> 20));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new LaunchException(
          "Another Tradehall is running on "
              + path
              + ". Stop it, or choose another folder with -Dtradehall.data=.");
    }
    return channel;
  }

  Path resolve(String child) {
    return path.resolve(child);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Folders.failed("release", path, e);
    }
  }
}
