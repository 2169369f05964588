package org.tradehall.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs as the servers of the tests find them: scripts before the real ones, which
 * can be told to go wrong.
 */
public final class PostgresTools {

  /** What goes wrong, in the words of the script. */
  public enum Fault {
    /** pg_dump is killed at once. */
    KILLED,
    /** Its password is refused. */
    PASSWORD,
    /** It may not write more, as on a full disk. */
    DISK,
    /** Half of its last file is missing. */
    TRUNCATED,
    /** Some bytes of its last file are others. */
    FLIPPED,
    /** It leaves the stock movements out. */
    ROWS,
    /** pg_dump does its work and does not come back. */
    DUMP_HANGS,
    /** pg_restore does its work and does not come back. */
    RESTORE_HANGS
  }

  private static final String DUMP =
      """
      #!/bin/sh
      fault=$(cat FAULT 2>/dev/null)
      folder=
      for argument in "$@"; do case $argument in --file=*) folder=${argument#--file=} ;; esac; done
      last() { find "$folder" -name '*.dat.gz' -size +0 -printf '%s %p\\n' | sort -n | tail -1 | cut -d' ' -f2-; }
      case "$fault" in
        KILLED) [ "$1" != --version ] && kill -9 $$ ;;
        PASSWORD) PGPASSWORD=wrong; export PGPASSWORD ;;
        DISK) [ "$1" != --version ] && trap '' XFSZ && ulimit -f 1 ;;
        ROWS) [ "$1" != --version ] && exec REAL/pg_dump --exclude-table-data=public.stock_movements "$@" ;;
        TRUNCATED) REAL/pg_dump "$@" || exit $?
          [ "$1" = --version ] || truncate -s "$(($(stat -c %s "$(last)") / 2))" "$(last)"
          exit 0 ;;
        FLIPPED) REAL/pg_dump "$@" || exit $?
          [ "$1" = --version ] || printf '\\001\\001\\001\\001\\001\\001\\001\\001' | dd of="$(last)" bs=1 seek="$(($(stat -c %s "$(last)") / 2))" conv=notrunc status=none
          exit 0 ;;
        DUMP_HANGS) REAL/pg_dump "$@" || exit $?
          [ "$1" = --version ] || { echo $$ > FAULT.hangs; while [ -e FAULT ]; do sleep 0.1; done; }
          exit 0 ;;
      esac
      exec REAL/pg_dump "$@"
      """;

  private static final String RESTORE =
      """
      #!/bin/sh
      if [ "$(cat FAULT 2>/dev/null)" = RESTORE_HANGS ]; then
        REAL/pg_restore "$@" || exit $?
        echo $$ > FAULT.hangs
        while [ -e FAULT ]; do sleep 0.1; done
        exit 0
      fi
      exec REAL/pg_restore "$@"
      """;

  /** Names the folder of PostgreSQL's programs to whoever starts them. */
  private static final String CHOSEN = "tradehall.postgres";

  private PostgresTools() {}

  /**
   * The folder for {@code TRADEHALL_PG_BIN}.
   *
   * @param server where the server's programs are; the client's may be elsewhere
   */
  static Path folder(Path server) {
    var folder = Tradehall.WORK.resolve("pgbin");
    var found = real(server);
    if (found.isEmpty()) {
      return folder;
    }
    var real = found.get();
    try {
      Files.createDirectories(folder);
      for (var script : new String[][] {{"pg_dump", DUMP}, {"pg_restore", RESTORE}}) {
        var file = folder.resolve(script[0]);
        Files.writeString(
            file, script[1].replace("FAULT", fault().toString()).replace("REAL", real.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      mend();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gets PostgreSQL where its client's programs are missing: what is bundled has the server's only.
   * Where that cannot be, the tests of backups fail, and say what to install.
   */
  static void get() {
    if (places().noneMatch(PostgresTools::isReal)) {
      Debian.get("postgresql", "pg_dump", "No pg_dump")
          .ifPresent(folder -> System.setProperty(CHOSEN, folder.toString()));
    }
  }

  private static Optional<Path> real(Path server) {
    return Stream.concat(Stream.of(server), places()).filter(PostgresTools::isReal).findFirst();
  }

  private static boolean isReal(Path place) {
    return Files.isExecutable(place.resolve("pg_dump"));
  }

  private static Stream<Path> places() {
    var debian = Path.of("/usr/lib/postgresql").toFile().list();
    return Stream.of(
            Stream.ofNullable(System.getProperty(CHOSEN)).map(Path::of),
            Stream.ofNullable(System.getenv("PG_HOME")).map(home -> Path.of(home, "bin")),
            Stream.of(debian == null ? new String[0] : debian)
                .sorted(Comparator.reverseOrder())
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin")),
            Stream.of(System.getenv("PATH").split(":", -1)).map(Path::of))
        .flatMap(Function.identity());
  }

  private static Path fault() {
    return Tradehall.WORK.resolve("pgbin/fault");
  }

  /** From now on it goes wrong. */
  public static void breakBy(Fault fault) {
    try {
      Files.writeString(fault(), fault.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether one of them has done its work and does not come back. */
  public static boolean hangs() {
    return hangingFile().toFile().length() > 0;
  }

  /** The process that hangs. */
  public static Optional<ProcessHandle> hanging() {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(hangingFile()).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path hangingFile() {
    return Path.of(fault() + ".hangs");
  }

  /** From now on it works again, and what hangs comes back. */
  public static void mend() {
    try {
      Files.deleteIfExists(fault());
      Files.deleteIfExists(hangingFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
