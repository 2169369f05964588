package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of an outside program. */
record Command(List<String> line) {

  static Command of(List<String> prefix, List<String> line) {
    var all = new java.util.ArrayList<>(prefix);
    all.addAll(line);
    return new Command(List.copyOf(all));
  }

  /**
   * Runs the program and returns what it printed.
   *
   * @throws LaunchException when it fails or takes longer than the limit, with the last line that
   *     it printed
   */
  String run(Duration limit) {
    Path output = null;
    try {
      // A file and not a pipe: a server that the program leaves behind would keep a pipe open.
      output = Files.createTempFile("tradehall", ".out");
      var process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new LaunchException(name() + " took longer than " + limit.toSeconds() + " s.");
      }
      var text = Files.readString(output).strip();
      if (process.exitValue() != 0) {
        throw new LaunchException(name() + " failed: " + telling(text));
      }
      return text;
    } catch (IOException e) {
      throw new LaunchException(name() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Stopped while starting.", e);
    } finally {
      delete(output);
    }
  }

  /** Whether the program runs and says yes. */
  boolean succeeds() {
    try {
      run(Duration.ofSeconds(10));
      return true;
    } catch (LaunchException e) {
      return false;
    }
  }

  private String name() {
    return line.stream()
        .map(word -> Path.of(word).getFileName())
        .map(String::valueOf)
        .filter(word -> !word.startsWith("-") && !word.equals("unshare") && !word.equals("setpriv"))
        .findFirst()
        .orElse("");
  }

  /** The line that says why: the first with an error in it, else the last. */
  static String telling(String text) {
    var lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.stream()
        .filter(l -> l.contains("rror:") || l.contains("FATAL") || l.contains("No space left"))
        .findFirst()
        .orElse(lines.isEmpty() ? "(no output)" : lines.get(lines.size() - 1));
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
