package org.tradehall.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A user of the server's management console, as the server's own {@code add-user.sh} would add it.
 */
final class ConsoleUser {

  private static final int SHORTEST_PASSWORD = 8;

  private ConsoleUser() {}

  static void add(Database.Login user, Path configuration) {
    if (user.user().isBlank() || user.password().length() < SHORTEST_PASSWORD) {
      throw new LaunchException(
          "TRADEHALL_CONSOLE_USER needs a TRADEHALL_CONSOLE_PASSWORD of at least 8 characters.");
    }
    if (!user.user().matches("[A-Za-z0-9._-]+")) {
      throw new LaunchException(
          "TRADEHALL_CONSOLE_USER may have letters, digits, '.', '_' and '-' only.");
    }
    var file = configuration.resolve("mgmt-users.properties");
    // The server recognises the realm by this line.
    Folders.writePrivate(file, "#$REALM_NAME=ManagementRealm$\n" + line(user) + "\n");
  }

  /** HTTP digest as the server's properties realm keeps it; the format fixes MD5. */
  static String line(Database.Login user) {
    var text = user.user() + ":ManagementRealm:" + user.password();
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return user.user() + "=" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new LaunchException("This JVM lacks MD5.", e);
    }
  }
}
