package org.tradehall.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packages of Debian, for tests that run on it: root installs them; whoever may not unpacks them,
 * and what they need and the machine lacks, into a folder of his own.
 */
final class Debian {

  private static final String INSTALL =
      """
      set -e
      export DEBIAN_FRONTEND=noninteractive
      apt-get update -q
      apt-get install -y -q --no-install-recommends "$1"
      """;

  /** What it leaves runs the package's programs with the libraries that came beside them. */
  private static final String UNPACK =
      """
      set -e
      [ ! -e "$3" ] || exit 0
      rm -rf "$3.unfinished"
      mkdir -p "$3.unfinished"
      cd "$3.unfinished"
      mkdir -p lists/partial cache/archives/partial programs
      apt() {
        apt-get -q -o Dir::State::lists="$PWD/lists" -o Dir::Cache="$PWD/cache" -o Debug::NoLocking=1 "$@"
      }
      apt update
      apt install -y --no-install-recommends --download-only "$1"
      for package in cache/archives/*.deb; do dpkg-deb -x "$package" root; done
      rm -rf lists cache
      libraries=$(find root -name '*.so*' -exec dirname {} + | sort -u)
      one=$(find root/usr/lib -name "$2" -type f -perm -u+x | head -n 1)
      for program in $(find "${one%/*}" -maxdepth 1 -type f -perm -u+x); do
        cat > "programs/${program##*/}" <<END
      #!/bin/sh
      here=\\$(dirname "\\$(dirname "\\$(readlink -f "\\$0")")")
      LD_LIBRARY_PATH="$(printf '$here/%s:' $libraries)"
      export LD_LIBRARY_PATH
      exec "\\$here/$program" "\\$@"
      END
        chmod +x "programs/${program##*/}"
      done
      mv "$3.unfinished" "$3"
      """;

  private Debian() {}

  /**
   * Gets a package that is missing, if this is Debian.
   *
   * @param program one of its programs that is not on the path of everybody
   * @param what for people, such as {@code No Chromium}
   * @return the folder of its programs where it was not installed but unpacked
   */
  static Optional<Path> get(String name, String program, String what) {
    if (!Files.exists(Path.of("/etc/debian_version"))) {
      return Optional.empty();
    }
    Tradehall.tell(what + " is installed; getting Debian's package " + name);
    var user = System.getProperty("user.name");
    var turn = Path.of(System.getProperty("java.io.tmpdir"), "tradehall-packages-" + user);
    // Debian's tools refuse to work twice at a time, as the forks of a run would have them.
    try (var file = FileChannel.open(turn, CREATE, WRITE)) {
      var unused = file.lock();
      if (user.equals("root")) {
        run(INSTALL, name);
        return Optional.empty();
      }
      var folder = Path.of(System.getProperty("user.home"), ".cache/tradehall/debian", name);
      return run(UNPACK, name, program, folder.toString())
          ? Optional.of(folder.resolve("programs"))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String script, String... parameters) throws IOException {
    var command = Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(parameters));
    try {
      var good = new ProcessBuilder(command.toList()).inheritIO().start().waitFor() == 0;
      if (!good) {
        Tradehall.tell("Debian's package could not be got: " + List.of(parameters));
      }
      return good;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
