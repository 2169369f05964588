package org.tradehall.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A disk of its own, and a small one, in the place of a folder: what was in that comes back when
 * this is closed. Only who may mount file systems gets one; where there is none, the run says so.
 */
public final class SmallDisk implements AutoCloseable {

  private static final String FILLER = "filler";

  private final Path folder;
  private final boolean there;

  private SmallDisk(Path folder, boolean there) {
    this.folder = folder;
    this.there = there;
  }

  public static SmallDisk at(Path folder, long bytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var said = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
    if (!said.isEmpty()) {
      Tradehall.tell(
          "NOT with a disk of its own, for none can be mounted here; a full disk is imitated: "
              + said);
    }
    return new SmallDisk(folder, said.isEmpty());
  }

  /** Whether it could be mounted. */
  public boolean isThere() {
    return there;
  }

  /** Leaves no byte. */
  public void fill() throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(FILLER))) {
      writeWithoutEnd(out);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  private static void writeWithoutEnd(OutputStream out) throws IOException {
    var some = new byte[1 << 12];
    while (true) {
      out.write(some);
    }
  }

  /** What is on it: names of files, at any depth. */
  public List<String> files() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (there) {
      // A server that looks after its folder is there for a moment.
      var unused =
          Until.is(
              Duration.ofSeconds(30),
              "it is not mounted any more",
              () -> run("umount", folder.toString()),
              String::isEmpty);
    }
  }

  /** Empty when all went well. */
  private static String run(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : command[0] + " failed: " + said.strip();
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
