package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The account that PostgreSQL's programs run under. They refuse root, so root runs them in a user
 * namespace, where it is nobody to the program and still owns its files; where that is forbidden
 * (some containers), as the user {@code nobody}.
 */
public enum Account {
  ORDINARY(""),
  NAMESPACE("unshare --user"),
  NOBODY("setpriv --reuid=nobody --regid=nogroup --clear-groups");

  private final String prefix;

  Account(String prefix) {
    this.prefix = prefix;
  }

  /**
   * The way that works here.
   *
   * @throws LaunchException for root where neither way exists
   */
  public static Account detect() {
    try {
      if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
        return ORDINARY;
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return ORDINARY;
    }
    for (var way : List.of(NAMESPACE, NOBODY)) {
      if (way.command(List.of("true")).succeeds()) {
        return way;
      }
    }
    throw new LaunchException(
        "PostgreSQL does not run as root here. Start Tradehall as an ordinary user.");
  }

  Command command(List<String> line) {
    return Command.of(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1)), line);
  }

  /** Hands a folder and all in it to this account. */
  void own(Path folder) {
    if (this == NOBODY) {
      new Command(List.of("chown", "-R", "nobody:nogroup", folder.toString()))
          .run(Duration.ofMinutes(1));
      if (!command(List.of("test", "-r", folder.toString())).succeeds()) {
        throw new LaunchException(
            "PostgreSQL runs as user nobody here, which cannot reach "
                + folder
                + ". Choose a folder that all may enter with -Dtradehall.data=.");
      }
    }
  }
}
