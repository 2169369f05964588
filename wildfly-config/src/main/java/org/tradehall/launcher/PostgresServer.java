package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server on the loopback address, known by its data folder: whoever holds the folder
 * can stop it, also when another process started it.
 */
public final class PostgresServer {

  static final String SUPERUSER = "postgres";

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final PostgresBinaries binaries;
  private final Account account;
  private final Path data;
  private final String password;
  private int port;

  PostgresServer(PostgresBinaries binaries, Account account, Path data, String password) {
    this.binaries = binaries;
    this.account = account;
    this.data = data;
    this.password = password;
  }

  /** The port of the last start. */
  public int port() {
    return port;
  }

  /** The folder of PostgreSQL's programs. */
  Path programs() {
    return binaries.bin();
  }

  public Path data() {
    return data;
  }

  /** Makes an empty cluster, all at once or not at all. */
  void initialise() {
    var unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    var passwordFile = data.resolveSibling("initdb.password");
    Folders.delete(unfinished);
    Folders.create(unfinished);
    Folders.writePrivate(passwordFile, password);
    try {
      account.own(unfinished);
      account.own(passwordFile);
      // C.UTF-8 sorts the same everywhere and still knows upper and lower case beyond ASCII.
      var locale =
          binaries.major() >= 17
              ? Stream.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
              : Stream.of("--locale=C.UTF-8");
      var line =
          Stream.concat(
                  Stream.of(
                      binaries.program("initdb"), "-D", unfinished.toString(), "-U", SUPERUSER),
                  Stream.concat(
                      locale,
                      Stream.of(
                          "-E", "UTF8", "-k", "-A", "scram-sha-256", "--pwfile=" + passwordFile)))
              .toList();
      account.command(line).run(START);
      Files.move(unfinished, data);
    } catch (IOException e) {
      throw Folders.failed("create", data, e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  /** The major version that made a data folder; empty where there is none. */
  static OptionalInt majorOf(Path data) {
    var file = data.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (IOException e) {
      throw Folders.failed("read", file, e);
    }
  }

  /** Replaces Tradehall's part of the configuration; it counts from the next start. */
  void configure(Map<String, String> settings) {
    var main = data.resolve("postgresql.conf");
    var own = data.resolve("tradehall.conf");
    var include = "include 'tradehall.conf'";
    try {
      var text = Files.readString(main);
      if (text.lines().noneMatch(include::equals)) {
        Files.writeString(main, text + "\n" + include + "\n");
      }
      Folders.writePrivate(
          own,
          settings.entrySet().stream()
              .map(s -> s.getKey() + " = '" + s.getValue().replace("'", "''") + "'\n")
              .sorted()
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw Folders.failed("write", own, e);
    }
    account.own(own);
  }

  /** Starts it on a port and returns when it takes connections. */
  void start(int onPort) {
    port = onPort;
    forgetStalePid();
    var log = data.resolve("start.log");
    var line =
        List.of(
            binaries.program("pg_ctl"),
            "-D",
            data.toString(),
            "-l",
            log.toString(),
            "-w",
            "-t",
            String.valueOf(START.toSeconds()),
            "-o",
            "-p " + port,
            "start");
    try {
      Files.deleteIfExists(log);
      account.command(line).run(START.plusSeconds(10));
    } catch (LaunchException e) {
      throw new LaunchException("PostgreSQL did not start: " + reason(log, e), e);
    } catch (IOException e) {
      throw Folders.failed("write", log, e);
    }
  }

  private static String reason(Path log, LaunchException e) {
    try {
      var text = Files.exists(log) ? Files.readString(log) : "";
      return text.isBlank() ? e.getMessage() : Command.telling(text) + " (" + log.getParent() + ")";
    } catch (IOException unreadable) {
      return e.getMessage();
    }
  }

  /** Stops it in order, disconnecting clients; a server that does not run is fine. */
  public void stop() {
    stop("fast");
  }

  private void stop(String mode) {
    if (process().isEmpty()) {
      return;
    }
    var line =
        List.of(
            binaries.program("pg_ctl"),
            "-D",
            data.toString(),
            "-m",
            mode,
            "-w",
            "-t",
            String.valueOf(STOP.toSeconds()),
            "stop");
    try {
      account.command(line).run(STOP.plusSeconds(10));
    } catch (LaunchException e) {
      kill();
    }
  }

  /**
   * Ends it as a power cut would ({@code kill -9}), with its children, and returns when they are
   * gone.
   */
  public void kill() {
    process()
        .ifPresent(
            postmaster -> {
              var children = postmaster.descendants().toList();
              postmaster.destroyForcibly();
              children.forEach(ProcessHandle::destroyForcibly);
              Waiting.until(
                  STOP,
                  () ->
                      !postmaster.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
            });
  }

  /** Starts it again on the same port. */
  public void restart() {
    stop();
    start(port);
  }

  public boolean isRunning() {
    return process().isPresent();
  }

  /** The server process of this data folder, whoever started it. */
  Optional<ProcessHandle> process() {
    return pidInFile()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      // Linux shows the folder that a process works in; PostgreSQL works in its data folder.
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<Long> pidInFile() {
    var file = data.resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? Files.readString(file).lines().findFirst().map(String::strip).map(Long::valueOf)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * After a crash the number in postmaster.pid may belong to any process by now, and PostgreSQL
   * would refuse to start.
   */
  private void forgetStalePid() {
    if (process().isEmpty()) {
      try {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      } catch (IOException e) {
        throw Folders.failed("delete", data.resolve("postmaster.pid"), e);
      }
    }
  }

  /** A new connection as superuser. */
  public Connection connect(String database) throws SQLException {
    return connect(database, SUPERUSER, password);
  }

  /** A new connection as any role. */
  public Connection connect(String database, String user, String userPassword) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(userPassword);
    source.setApplicationName("tradehall-launcher");
    return source.getConnection();
  }

  /**
   * Runs one statement as superuser and returns the first column of its first row; null where it
   * has none.
   */
  public String query(String sql) {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return null;
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new LaunchException("PostgreSQL refused: " + e.getMessage(), e);
    }
  }
}
