package org.tradehall.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run was asked for, by system properties ({@code tradehall.…}) and, for passwords, by the
 * environment.
 *
 * @param port of the application on the loopback address
 * @param data the data folder
 * @param own the user's own database; empty where the run brings its own
 * @param demo whether to put demo users and goods into an empty database; not into the user's own
 *     unless asked, for everybody knows their password
 * @param heap the server's largest heap as the JVM writes it, for example 512m
 * @param console name and password of a console user; empty where none was asked for
 */
record RunSettings(
    int port,
    Path data,
    Optional<Database> own,
    boolean demo,
    String heap,
    Optional<Database.Login> console) {

  static RunSettings from(
      Function<String, String> properties, Map<String, String> environment, Path checkout) {
    var port = property(properties, "tradehall.port", "8080");
    var url = Optional.ofNullable(properties.apply("tradehall.db.url")).filter(u -> !u.isBlank());
    return new RunSettings(
        port(port, "tradehall.port"),
        checkout.resolve(property(properties, "tradehall.data", ".data")).normalize(),
        url.map(u -> own(u, properties.apply("tradehall.replica.url"), environment)),
        Boolean.parseBoolean(property(properties, "tradehall.demo", String.valueOf(url.isEmpty()))),
        property(properties, "tradehall.heap", "512m"),
        Optional.ofNullable(environment.get("TRADEHALL_CONSOLE_USER"))
            .map(
                user ->
                    new Database.Login(
                        user, environment.getOrDefault("TRADEHALL_CONSOLE_PASSWORD", ""))));
  }

  private static String property(
      Function<String, String> properties, String name, String otherwise) {
    var value = properties.apply(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private static int port(String text, String name) {
    try {
      var port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new LaunchException("-D" + name + "=" + text + " is not a port number.", e);
    }
    throw new LaunchException("-D" + name + "=" + text + " is not a port number.");
  }

  /** The user's own servers: addresses from the URLs, credentials from the environment only. */
  private static Database own(String url, String replicaUrl, Map<String, String> environment) {
    var primary = uri(url, "tradehall.db.url");
    var replica =
        replicaUrl == null || replicaUrl.isBlank()
            ? primary
            : uri(replicaUrl, "tradehall.replica.url");
    var all = new HashMap<>(environment);
    all.put("TRADEHALL_DB_HOST", primary.getHost());
    all.put("TRADEHALL_DB_PORT", String.valueOf(primary.getPort() < 0 ? 5432 : primary.getPort()));
    all.put("TRADEHALL_REPLICA_HOST", replica.getHost());
    all.put(
        "TRADEHALL_REPLICA_PORT", String.valueOf(replica.getPort() < 0 ? 5432 : replica.getPort()));
    all.put("TRADEHALL_DB_NAME", primary.getPath().substring(1));
    for (var needed :
        new String[] {
          "TRADEHALL_DB_PASSWORD",
          "TRADEHALL_PLATFORM_PASSWORD",
          "TRADEHALL_BACKUP_PASSWORD",
          "TRADEHALL_OPERATOR_PASSWORD"
        }) {
      if (all.getOrDefault(needed, "").isBlank()) {
        throw new LaunchException(
            "With -Dtradehall.db.url= the environment variable " + needed + " must be set.");
      }
    }
    return Migration.fromEnvironment(all);
  }

  private static URI uri(String url, String name) {
    var wrong =
        "-D" + name + "=" + url + " is not of the form jdbc:postgresql://host:port/database.";
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new LaunchException(wrong);
    }
    try {
      var uri = new URI(url.substring("jdbc:".length()));
      if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
        throw new LaunchException(wrong);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new LaunchException(wrong, e);
    }
  }
}
