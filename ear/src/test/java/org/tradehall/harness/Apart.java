package org.tradehall.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.tradehall.launcher.Migration;
import org.tradehall.launcher.PostgresCluster;
import org.tradehall.launcher.Server;

/**
 * An installation of its own for tests that harm the database servers: their standby lags as
 * standbys do, may be stopped, and may be promoted. The first test that asks for it starts it, and
 * tests share it until one {@link #discard}s it.
 */
public final class Apart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Apart running;
  private static int count;

  private final PostgresCluster cluster;
  private final Server server;

  private Apart() {
    count++;
    cluster =
        new PostgresCluster(
            Tradehall.data("apart-" + count), Map.of("fsync", "off"), Tradehall::tell);
    cluster.start();
    superuser().run("drop owned by tradehall_owner cascade");
    Tradehall.tell(Migration.migrate(cluster.database()) + " migrations applied");
    SystemSettings.reset(superuser());
    server =
        Tradehall.newServer("apart-" + count, cluster.database())
            .application(Tradehall.APPLICATION)
            .environment("TRADEHALL_BACKUP_DIR", backups().toString())
            .environment("TRADEHALL_BACKUP_COPY", "");
    ServerLog.expectHarm(server.log());
    Tradehall.start(server);
  }

  public static synchronized Apart running() {
    if (running == null) {
      running = new Apart();
    }
    return running;
  }

  /** Stops it; the next test that asks for one gets a new one. */
  public static synchronized void discard() {
    if (running != null) {
      running.server.close();
      running.cluster.close();
      running = null;
    }
  }

  public PostgresCluster cluster() {
    return cluster;
  }

  public Server server() {
    return server;
  }

  /** On the primary; does not wait for the standby. */
  public Sql superuser() {
    return Sql.from(() -> cluster.primary().connect(cluster.database().name()));
  }

  /** Where it stores its backups; there is no second place. */
  public Path backups() {
    return Tradehall.WORK.resolve("backups-apart-" + count);
  }

  /** The database in which its jobs, backups and restores are noted. */
  public Sql operations() {
    return Sql.of(cluster.database().operatorIn(cluster.database().operations()));
  }

  public Sql superuserOnStandby() {
    return Sql.from(() -> cluster.standby().connect(cluster.database().name()));
  }

  public Shop shop() {
    return Shop.at(this);
  }

  /**
   * Whether lists are read from the standby: with replaying paused, others' writes are not seen.
   */
  public boolean readsFromStandby(Shop shop, Shop.Staff reader) {
    catchUp();
    cluster.pauseReplay();
    try {
      var added = shop.customer("probe-" + System.nanoTime());
      return shop.apiOf(reader).get("customers/" + added).status() == 404;
    } finally {
      cluster.resumeReplay();
    }
  }

  public void catchUp() {
    if (!cluster.standbyCaughtUp(PATIENCE)) {
      throw new AssertionError("The standby did not catch up");
    }
  }

  /** Waits until something is so, with an end. */
  public static void await(String what, BooleanSupplier so) {
    Until.isTrue(PATIENCE, what, so);
  }
}
