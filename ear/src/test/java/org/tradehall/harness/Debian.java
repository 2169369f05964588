package org.tradehall.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packages of Debian, for tests that run on it as root. */
final class Debian {

  private Debian() {}

  /**
   * Installs what is missing, if it may.
   *
   * @param what for people, such as {@code No Chromium}
   */
  static void install(String name, String what) {
    if (!System.getProperty("user.name").equals("root")
        || !Files.exists(Path.of("/etc/debian_version"))) {
      return;
    }
    Tradehall.tell(what + " is installed; installing Debian's package " + name);
    var install = "apt-get update -q && apt-get install -y -q --no-install-recommends " + name;
    var turn = Path.of(System.getProperty("java.io.tmpdir"), "tradehall-install.lock");
    // Debian's tools refuse to work twice at a time, as runs beside this one would have them.
    try (var file = FileChannel.open(turn, CREATE, WRITE)) {
      var unused = file.lock();
      var process =
          new ProcessBuilder("sh", "-c", "export DEBIAN_FRONTEND=noninteractive; " + install)
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        Tradehall.tell("Debian's package could not be installed");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
