package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code pg_dump} and {@code pg_restore} of this machine. */
@ApplicationScoped
public class PostgresTools {

  private static final Pattern VERSION = Pattern.compile("\\) (\\d+)\\S*");
  private static final int LINES_KEPT = 5;

  /**
   * The programs of one folder.
   *
   * @param version as the programs tell it, for example 17.2
   */
  record Tools(Path bin, int major, String version) {}

  /**
   * The tools for a server: of its major version, else the next newer.
   *
   * @param serverMajor for example 17
   * @throws OperationFailed in words that tell what to install
   */
  Tools forServer(int serverMajor) {
    var found = places().stream().flatMap(bin -> at(bin).stream()).toList();
    return found.stream()
        .filter(tools -> tools.major() >= serverMajor)
        .min(Comparator.comparingInt(Tools::major))
        .orElseThrow(() -> new OperationFailed(missing(serverMajor, found)));
  }

  static String missing(int wanted, List<Tools> found) {
    var there =
        found.isEmpty()
            ? "pg_dump is not on this machine"
            : "pg_dump here is of version " + found.get(0).version() + ", older than the server";
    return there
        + ": install PostgreSQL "
        + wanted
        + "'s client programs (on Debian the package postgresql-client-"
        + wanted
        + "), or name their folder in TRADEHALL_PG_BIN";
  }

  private static List<Path> places() {
    var places = new ArrayList<Path>();
    var named = Databases.variable("TRADEHALL_PG_BIN", "");
    if (!named.isEmpty()) {
      places.add(Path.of(named));
    }
    for (var folder : Databases.variable("PATH", "").split(":", -1)) {
      if (!folder.isBlank()) {
        places.add(Path.of(folder));
      }
    }
    var debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (var versions = Files.list(debian)) {
        versions.sorted().map(version -> version.resolve("bin")).forEach(places::add);
      } catch (IOException e) {
        throw new OperationFailed("The folder " + debian + " could not be read", e);
      }
    }
    return places;
  }

  private static Optional<Tools> at(Path bin) {
    if (!Files.isExecutable(bin.resolve("pg_dump"))
        || !Files.isExecutable(bin.resolve("pg_restore"))) {
      return Optional.empty();
    }
    var said = run(List.of(bin.resolve("pg_dump").toString(), "--version"), Map.of());
    var version = VERSION.matcher(said);
    return version.find()
        ? Optional.of(
            new Tools(bin, Integer.parseInt(version.group(1)), version.group().substring(2)))
        : Optional.empty();
  }

  /**
   * Runs a program to its end.
   *
   * @return what it said last
   * @throws OperationFailed with the program's own words when it fails; when this thread is
   *     interrupted, the program is ended
   */
  static String run(List<String> command, Map<String, String> environment) {
    var name = Path.of(command.get(0)).getFileName().toString();
    try {
      // A file, not a pipe: who reads from a pipe is deaf to interruptions.
      var output = Files.createTempFile("tradehall-", ".out");
      try {
        var builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var code = end(builder.start());
        var said = lastLines(output);
        if (code != 0) {
          throw new OperationFailed(
              name + " ended with " + code + (said.isBlank() ? "" : ": " + said));
        }
        return said;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new OperationFailed(name + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed(name + " was stopped", e);
    }
  }

  /** Waits for its end, or brings it about when this thread is interrupted. */
  private static int end(Process process) throws IOException, InterruptedException {
    try {
      process.getOutputStream().close();
      return process.waitFor();
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      }
    }
  }

  /** A program that fails may complain about thousands of things; the last lines tell why. */
  private static String lastLines(Path output) throws IOException {
    var lines = new ArrayDeque<String>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(output), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.add(line.strip());
          if (lines.size() > LINES_KEPT) {
            lines.remove();
          }
        }
      }
    }
    return String.join(" / ", lines);
  }
}
