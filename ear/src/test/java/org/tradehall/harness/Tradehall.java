package org.tradehall.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tradehall.launcher.Account;
import org.tradehall.launcher.BackupKey;
import org.tradehall.launcher.Database;
import org.tradehall.launcher.Mailbox;
import org.tradehall.launcher.Migration;
import org.tradehall.launcher.Ports;
import org.tradehall.launcher.PostgresCluster;
import org.tradehall.launcher.Server;

/**
 * The installation that the ITs work on: the built EAR in the provisioned server, on a real primary
 * with a streaming standby, all on free ports. The first test that asks for a part starts it, all
 * tests of a fork share it, and {@link TradehallSession} stops it. Every run begins with an empty
 * database. A fork runs one test at a time and shares nothing with the one beside it.
 *
 * <p>How to write an IT: open a {@link Shop} (or two), work through its {@link Api}, look at the
 * rows through {@link Sql}. Pages are tested in a subclass of {@link InBrowser}; what only the
 * inside can tell, in an Arquillian test (see {@link ContainerServer}). Tests share the database,
 * so a test counts only what is in a shop of its own. A warning or an error in the server's log
 * fails the test class during which it was written, unless {@link ServerLog} lists it with a
 * reason.
 */
public final class Tradehall {

  private static final Duration READY = Duration.ofMinutes(4);

  /** The folder for data and logs of a run, inside {@code target}. */
  static final Path WORK = Path.of(System.getProperty("tradehall.it.work")).toAbsolutePath();

  private static final Path HOME = Path.of(System.getProperty("tradehall.it.server"));
  static final Path APPLICATION = Path.of(System.getProperty("tradehall.it.application"));

  /** The standby can be waited for; who does is said by {@link #waitForStandby}. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_standby_names", "standby",
          "synchronous_commit", "local");

  private static final String BACKUP_KEY = BackupKey.make();

  private static PostgresCluster cluster;
  private static Mailbox mailbox;
  private static Server server;
  private static Server container;

  private Tradehall() {}

  /** The address of a page or resource, given without a leading slash. */
  public static URI url(String path) {
    return URI.create(server().url() + path);
  }

  /** The application as a customer runs it. */
  public static synchronized Server server() {
    if (server == null) {
      server = newServer("server");
      server
          .application(APPLICATION)
          .property("tradehall.demo", "true")
          // It lives long enough to gain by it: a password hash takes a third of the time.
          .jvm("-XX:TieredStopAtLevel=4");
      start(server);
    }
    return server;
  }

  /** An empty server, into which Arquillian deploys the application together with its tests. */
  static synchronized Server container() {
    if (container == null) {
      container = newServer("container");
      container.start();
      container.awaitManagement(READY);
    }
    return container;
  }

  /**
   * One more server on the same database, for a test that harms it. Not started, and the caller's
   * to close.
   */
  public static Server another(String name) {
    return newServer(name).application(APPLICATION);
  }

  /** Waits until the demo's businesses are there, which come while the first tests run. */
  public static void awaitDemo() {
    Until.isTrue(READY, "the demo is there", Tradehall::hasDemo);
  }

  private static boolean hasDemo() {
    try {
      return Files.readString(server().log()).contains("Demo data is ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server and waits until its application answers. */
  public static void start(Server stopped) {
    stopped.start();
    stopped.awaitReady(READY);
  }

  public static Database database() {
    return cluster().database();
  }

  /** Primary and standby, migrated. */
  public static synchronized PostgresCluster cluster() {
    if (cluster == null) {
      PostgresTools.get();
      var started = new PostgresCluster(data("postgres"), SETTINGS, Tradehall::tell);
      started.start();
      cluster = started;
      waitForStandby();
      Sql.superuser().run("drop owned by tradehall_owner cascade");
      emptyOperations(started);
      tell(Migration.migrate(started.database()) + " migrations applied");
      SystemSettings.reset();
    }
    return cluster;
  }

  private static void emptyOperations(PostgresCluster started) {
    var operator = Sql.of(started.database().operatorIn("postgres"));
    for (var database :
        operator.column(
            "select datname from pg_database where datname like 'tradehall\\_%' and datname <> ?",
            started.database().operations())) {
      operator.run("drop database " + database + " with (force)");
    }
    Sql.operations().run("drop owned by current_user cascade");
  }

  /**
   * Each commit waits until the standby shows it, so that whatever a test has written, by whatever
   * way, is there for everybody at once. How it is without that, {@link Apart} tries.
   */
  private static void waitForStandby() {
    for (var role : List.of("app", "owner", "platform")) {
      cluster
          .primary()
          .query("alter role tradehall_" + role + " set synchronous_commit = remote_apply");
    }
  }

  /** Where all that the servers mail arrives. */
  public static synchronized Mailbox mailbox() {
    if (mailbox == null) {
      mailbox = Mailbox.open();
    }
    return mailbox;
  }

  static synchronized void stop() {
    for (var running : new Server[] {server, container}) {
      if (running != null) {
        running.close();
      }
    }
    Apart.discard();
    if (mailbox != null) {
      mailbox.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Where backups are stored. */
  public static Path backups() {
    return WORK.resolve("backups");
  }

  /** Where a copy of each backup is stored. */
  public static Path backupCopies() {
    return WORK.resolve("backup-copies");
  }

  private static Server newServer(String name) {
    return newServer(name, database());
  }

  static Server newServer(String name, Database database) {
    var base = WORK.resolve(name);
    var made =
        new Server(HOME, base, Ports.free(), Ports.free())
            .database(database)
            .mailbox(mailbox())
            .environment("TRADEHALL_NODE_ID", "it-" + name)
            .environment("TRADEHALL_SECRET_KEY", "only-for-tests-0123456789abcdef")
            .environment("TRADEHALL_BACKUP_KEY", BACKUP_KEY)
            .environment("TRADEHALL_BACKUP_DIR", backups().toString())
            .environment("TRADEHALL_BACKUP_COPY", backupCopies().toString())
            .environment("TRADEHALL_PG_BIN", PostgresTools.folder(cluster().programs()).toString())
            // Compiling less thoroughly more than halves the processor time of a start.
            .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    deleteLog(made.log());
    ServerLog.watch(made.log());
    tell("Server \"" + name + "\" at " + made.url() + ", log " + made.log());
    return made;
  }

  private static void deleteLog(Path log) {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL as user nobody cannot reach a checkout in somebody's home. */
  static Path data(String name) {
    return Account.detect() == Account.NOBODY
        ? Path.of(
            System.getProperty("java.io.tmpdir"),
            "tradehall-it-" + Integer.toHexString(WORK.hashCode()) + "-" + name)
        : WORK.resolve(name);
  }

  /** Tells whoever started the run; the loggers on this class path are silent. */
  public static void tell(String line) {
    System.out.println(line);
  }
}
