package org.tradehall.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * {@code mvn -Prun verify}: the whole of Tradehall on this machine until Ctrl-C. Runs inside
 * Maven's JVM, so that Maven ends when all is stopped and not before.
 */
public final class Run {

  private static final Duration READY = Duration.ofMinutes(5);

  private final RunSettings settings;
  private final Path home;
  private final Path application;
  private final PrintStream out;
  private DataFolder folder;
  private PostgresCluster cluster;
  private Server server;
  private Mailbox mailbox;
  private final CountDownLatch idle = new CountDownLatch(1);
  private volatile boolean over;

  private Run(RunSettings settings, Path home, Path application, PrintStream out) {
    this.settings = settings;
    this.home = home;
    this.application = application;
    this.out = out;
  }

  /** Arguments: the provisioned server, the application archive, the checkout. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try {
      var settings = RunSettings.from(System::getProperty, System.getenv(), Path.of(args[2]));
      new Run(settings, Path.of(args[0]), Path.of(args[1]), out).run();
    } catch (LaunchException e) {
      out.println("Tradehall could not start: " + e.getMessage());
    }
    System.exit(1);
  }

  private void run() {
    var starter = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stopFromOutside(starter), "tradehall-stop"));
    var up = false;
    try {
      start();
      announce();
      up = true;
      awaitEnd();
    } catch (LaunchException e) {
      if (!over) {
        over = true;
        stop();
        out.println(
            (up ? "Tradehall had to stop: " : "Tradehall could not start: ") + e.getMessage());
      }
    } finally {
      idle.countDown();
    }
  }

  private void start() {
    folder = DataFolder.open(settings.data());
    server =
        new Server(home, folder.resolve("server"), settings.port(), managementPort())
            .application(application)
            .property("tradehall.demo", String.valueOf(settings.demo()))
            .environment("TRADEHALL_SECRET_KEY", secretKey())
            .environment("TRADEHALL_BACKUP_KEY", backupKey())
            .environment("TRADEHALL_BACKUP_DIR", backups("TRADEHALL_BACKUP_DIR", "backups"))
            .environment("TRADEHALL_BACKUP_COPY", backups("TRADEHALL_BACKUP_COPY", "backup-copies"))
            .jvm("-Xmx" + settings.heap());
    settings.console().ifPresent(server::consoleUser);
    server.stop();
    if (!Ports.isFree(settings.port())) {
      throw new LaunchException(
          "Port %d is used by another program. Stop that, or choose another port with -Dtradehall.port=%d."
              .formatted(settings.port(), settings.port() + 1));
    }
    var database = settings.own().orElseGet(this::startCluster);
    tell("Bringing the schema up to date");
    Migration.migrate(database);
    mailbox = Mailbox.open();
    tell("Starting the server with the application (log: " + server.log() + ")");
    server.database(database).mailbox(mailbox).start();
    server.awaitReady(READY);
  }

  /** The administrator's own where there is one; what it sealed opens with the same one only. */
  private String secretKey() {
    return System.getenv()
        .getOrDefault("TRADEHALL_SECRET_KEY", new Secrets(settings.data()).get("secret-key"));
  }

  private String backupKey() {
    return System.getenv()
        .getOrDefault(
            "TRADEHALL_BACKUP_KEY",
            new Secrets(settings.data()).get("backup-key", BackupKey::make));
  }

  private String backups(String variable, String name) {
    return System.getenv().getOrDefault(variable, folder.resolve(name).toString());
  }

  /**
   * The usual port only for someone who wants the console: several runs on one machine would
   * compete for it.
   */
  private int managementPort() {
    return settings.console().isPresent() ? Ports.freeOr(9990) : Ports.free();
  }

  private Database startCluster() {
    cluster = new PostgresCluster(folder.resolve("postgres"), java.util.Map.of(), this::tell);
    cluster.start();
    server.environment("TRADEHALL_PG_BIN", cluster.programs().toString());
    return cluster.database();
  }

  private void announce() {
    out.println();
    out.println("Tradehall is ready at " + server.url());
    out.println("  Mail: " + mailbox.url() + " (what it mails is caught there)");
    if (settings.demo()) {
      out.println("  Log in as owner@demo.tradehall.example, cashier@demo.tradehall.example");
      out.println("  or admin@demo.tradehall.example; the password is demo-tradehall-2026");
    }
    settings
        .console()
        .ifPresent(
            user ->
                out.println(
                    "  Console: http://localhost:"
                        + server.managementPort()
                        + "/console as "
                        + user));
    out.println("  Data: " + settings.data() + "   Stop with Ctrl-C.");
    out.println();
  }

  /** Returns only by throwing: what this run started should run until somebody stops it. */
  private void awaitEnd() {
    var ends = CompletableFuture.anyOf(server.process().onExit(), databaseEnd());
    try {
      ends.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new LaunchException("Stopped.", e);
    }
    throw new LaunchException(
        server.isRunning()
            ? "PostgreSQL stopped unexpectedly."
            : "The server stopped unexpectedly; see " + server.log());
  }

  private CompletableFuture<ProcessHandle> databaseEnd() {
    return cluster == null
        ? new CompletableFuture<>()
        : cluster.primary().process().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
  }

  /**
   * Ctrl-C and TERM arrive here, in another thread than the one that may still be starting things.
   */
  private void stopFromOutside(Thread starter) {
    if (over) {
      return;
    }
    over = true;
    tell("Stopping");
    try {
      // More than once: libraries on the way may swallow an interrupt.
      for (var i = 0; i < 300 && !idle.await(100, TimeUnit.MILLISECONDS); i++) {
        starter.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
    tell("Stopped");
  }

  private void stop() {
    if (server != null) {
      server.stop();
    }
    if (mailbox != null) {
      mailbox.close();
    }
    if (cluster != null) {
      cluster.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  private void tell(String line) {
    out.println("Tradehall: " + line);
  }
}
