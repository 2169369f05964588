package org.tradehall.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tradehall.launcher.Database.Address;
import org.tradehall.launcher.Database.Login;

/**
 * A PostgreSQL primary and its streaming hot standby in one folder, with Tradehall's database and
 * roles, on free ports of the loopback address. The servers outlive the process that started them;
 * the next start of the folder stops and restarts them.
 */
public final class PostgresCluster implements AutoCloseable {

  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final Path folder;
  private final Map<String, String> settings;
  private final Consumer<String> progress;
  private final Secrets secrets;
  private Account account;
  private PostgresServer primary;
  private PostgresServer standby;

  /**
   * @param folder holds all of it; made when it is not there
   * @param settings PostgreSQL settings beyond the usual, for example {@code fsync=off} in a test
   * @param progress told of every slow step
   */
  public PostgresCluster(Path folder, Map<String, String> settings, Consumer<String> progress) {
    this.folder = folder.toAbsolutePath().normalize();
    this.settings = Map.copyOf(settings);
    this.progress = progress;
    Folders.create(this.folder);
    this.secrets = new Secrets(this.folder);
  }

  /**
   * Starts both servers and returns when the standby streams.
   *
   * @throws LaunchException in one line, when that cannot be
   */
  public void start() {
    account = Account.detect();
    var data = folder.resolve("primary");
    var made = PostgresServer.majorOf(data);
    var binaries = PostgresBinaries.find(folder, made);
    progress.accept("PostgreSQL " + binaries.major() + " from " + binaries.bin());
    primary = new PostgresServer(binaries, account, data, secrets.get("postgres"));
    standby =
        new PostgresServer(binaries, account, folder.resolve("standby"), secrets.get("postgres"));
    standby.stop();
    primary.stop();
    if (made.isEmpty()) {
      progress.accept("Creating the database in " + folder);
      primary.initialise();
    }
    startPrimary();
    startStandby();
  }

  private void startPrimary() {
    progress.accept("Starting the PostgreSQL primary");
    primary.configure(common());
    primary.start(Ports.free());
    Roles.create(
        primary,
        Map.of(
            "owner_password", secrets.get(Roles.OWNER),
            "app_password", secrets.get(Roles.APP),
            "platform_password", secrets.get(Roles.PLATFORM),
            "backup_password", secrets.get(Roles.BACKUP),
            "operator_password", secrets.get(Roles.OPERATOR)));
    primary.query(
        "do $$ begin if not exists (select from pg_roles where rolname = 'tradehall_replication')"
            + " then create role tradehall_replication; end if; end $$");
    primary.query(
        "alter role tradehall_replication login replication password '"
            + secrets.get("tradehall_replication")
            + "'");
  }

  private void startStandby() {
    progress.accept("Starting the hot standby");
    if (Standby.isStandby(standby.data()) && hasSlot()) {
      try {
        configureAndStartStandby();
        if (streams(CATCH_UP)) {
          return;
        }
      } catch (LaunchException e) {
        progress.accept("The standby cannot go on (" + e.getMessage() + ")");
      }
    }
    rebuildStandby();
  }

  /** Throws the standby away and copies the primary anew; also for a standby that was promoted. */
  public void rebuildStandby() {
    progress.accept("Copying the primary to a hot standby");
    standby.stop();
    // The primary may take a moment to see that its standby is gone.
    Waiting.until(
        CATCH_UP,
        () -> "0".equals(primary.query("select count(*) from pg_replication_slots where active")));
    Standby.copy(primary, standby.data(), account);
    configureAndStartStandby();
    if (!streams(CATCH_UP)) {
      throw new LaunchException(
          "The standby does not stream from the primary; its log is in " + standby.data());
    }
  }

  private void configureAndStartStandby() {
    var standbySettings = common();
    standbySettings.put("primary_slot_name", Standby.SLOT);
    standbySettings.put(
        "primary_conninfo",
        "host=127.0.0.1 port=%d user=tradehall_replication password=%s application_name=standby"
            .formatted(primary.port(), secrets.get("tradehall_replication")));
    standby.configure(standbySettings);
    standby.start(Ports.free());
  }

  private Map<String, String> common() {
    var all = new TreeMap<String, String>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", "150");
    all.put("max_prepared_transactions", "100");
    all.put("wal_level", "replica");
    all.put("hot_standby_feedback", "on");
    // A standby that stays away must not fill the disk; it is copied anew when it comes back too
    // late.
    all.put("max_slot_wal_keep_size", "1GB");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    all.put("logging_collector", "on");
    all.put("log_filename", "postgresql-%a.log");
    all.put("log_truncate_on_rotation", "on");
    all.put("log_rotation_size", "0");
    // Values of rows are personal data and stay out of the log.
    all.put("log_error_verbosity", "terse");
    all.put("log_parameter_max_length_on_error", "0");
    all.putAll(settings);
    return all;
  }

  private boolean hasSlot() {
    return "1"
        .equals(
            primary.query(
                "select count(*) from pg_replication_slots where wal_status <> 'lost' and slot_name = '"
                    + Standby.SLOT
                    + "'"));
  }

  /** Whether the standby streams from the primary, or comes to within the limit. */
  public boolean streams(Duration limit) {
    return Waiting.until(
        limit,
        () ->
            "1"
                .equals(
                    primary.query(
                        "select count(*) from pg_stat_replication where state = 'streaming'")));
  }

  /** Waits until the standby has replayed all that the primary had written when this was called. */
  public boolean standbyCaughtUp(Duration limit) {
    var written = primary.query("select pg_current_wal_lsn()");
    return Waiting.until(
        limit,
        () ->
            "t"
                .equals(
                    standby.query("select pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn")));
  }

  /** Makes the standby fall behind: it receives but does not replay until {@link #resumeReplay}. */
  public void pauseReplay() {
    standby.query("select pg_wal_replay_pause()");
  }

  public void resumeReplay() {
    standby.query("select pg_wal_replay_resume()");
  }

  /** Makes the standby a primary of its own, as after the loss of the primary. */
  public void promote() {
    standby.query("select pg_promote(true, 60)");
  }

  /** The folder of PostgreSQL's programs. */
  public Path programs() {
    return primary.programs();
  }

  public PostgresServer primary() {
    return primary;
  }

  public PostgresServer standby() {
    return standby;
  }

  /** The database with its logins, for the migrations and the application server. */
  public Database database() {
    return new Database(
        new Address("127.0.0.1", primary.port()),
        new Address("127.0.0.1", standby.port()),
        Roles.DATABASE,
        login(Roles.OWNER),
        login(Roles.APP),
        login(Roles.PLATFORM),
        login(Roles.BACKUP),
        login(Roles.OPERATOR));
  }

  private Login login(String role) {
    return new Login(role, secrets.get(role));
  }

  /** Stops both servers, the standby first so that it has nothing to miss. */
  @Override
  public void close() {
    if (primary != null) {
      standby.stop();
      primary.stop();
    }
  }
}
