package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * PostgreSQL's programs on this machine.
 *
 * @param bin the folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
 * @param major the major version, for example 15; data belongs to one major version
 */
public record PostgresBinaries(Path bin, int major) {

  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

  /** Below it, pg_backup_start does not exist and everyone may create in the public schema. */
  private static final int OLDEST = 15;

  /**
   * Finds PostgreSQL: in the folder of the system property {@code tradehall.postgres}, then {@code
   * PG_HOME}, then {@code PATH}, then the newest where distributions put it, then the one that
   * comes with Tradehall. With {@code tradehall.postgres=embedded} only the last.
   *
   * @param cache where the one that comes with Tradehall is unpacked
   * @param wanted the major version of the data that is there already
   * @throws LaunchException when no PostgreSQL for the wanted version is found
   */
  public static PostgresBinaries find(Path cache, OptionalInt wanted) {
    var chosen = System.getProperty("tradehall.postgres", "");
    if (!chosen.equals("embedded")) {
      for (var bin : installed(chosen)) {
        var found = at(bin).filter(b -> b.major >= OLDEST).filter(b -> b.fits(wanted));
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return at(PostgresArchive.unpack(cache))
        .filter(b -> b.fits(wanted))
        .orElseThrow(
            () ->
                new LaunchException(
                    "The data was made by PostgreSQL "
                        + wanted.orElse(0)
                        + ", which is not on this machine. Install it, set PG_HOME to it,"
                        + " or choose another folder with -Dtradehall.data=."));
  }

  private boolean fits(OptionalInt wanted) {
    return wanted.isEmpty() || wanted.getAsInt() == major;
  }

  private static List<Path> installed(String chosen) {
    var places = new ArrayList<Path>();
    if (!chosen.isEmpty()) {
      places.add(Path.of(chosen));
    }
    Optional.ofNullable(System.getenv("PG_HOME"))
        .map(h -> Path.of(h, "bin"))
        .ifPresent(places::add);
    for (var folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
      if (!folder.isBlank()) {
        places.add(Path.of(folder));
      }
    }
    places.addAll(versions(Path.of("/usr/lib/postgresql")));
    return places;
  }

  private static List<Path> versions(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var folders = Files.list(parent)) {
      return folders
          .filter(f -> f.getFileName().toString().matches("\\d+"))
          .sorted(
              Comparator.comparing((Path f) -> Integer.valueOf(f.getFileName().toString()))
                  .reversed())
          .map(f -> f.resolve("bin"))
          .toList();
    } catch (IOException e) {
      throw Folders.failed("read", parent, e);
    }
  }

  private static Optional<PostgresBinaries> at(Path bin) {
    for (var program : List.of("initdb", "pg_ctl", "postgres")) {
      if (!Files.isExecutable(bin.resolve(program))) {
        return Optional.empty();
      }
    }
    var version =
        new Command(List.of(bin.resolve("postgres").toString(), "--version"))
            .run(Duration.ofSeconds(20));
    return majorIn(version).stream().mapToObj(m -> new PostgresBinaries(bin, m)).findFirst();
  }

  static OptionalInt majorIn(String version) {
    var matcher = VERSION.matcher(version);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  String program(String name) {
    return bin.resolve(name).toString();
  }
}
