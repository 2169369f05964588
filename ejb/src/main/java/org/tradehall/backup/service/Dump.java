package org.tradehall.backup.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupSource;
import org.tradehall.backup.service.BackupCatalogue.Snapshot;
import org.tradehall.backup.service.Databases.Login;

/**
 * Dumps the database by {@code pg_dump}, in parallel, from one exported snapshot, in which the rows
 * are counted and summed, too. From the replica if there is one that is up to date, else, and where
 * the replica fails, from the primary.
 */
@Named
@Dependent
class Dump extends BackupStep {

  /** A replica that is further behind is not asked. */
  private static final int MOST_SECONDS_BEHIND = 60;

  /** Seconds that a program may take to end that is told to. */
  private static final int LONGEST_END = 20;

  private static final Logger LOG = Logger.getLogger(Dump.class.getName());

  @Inject Databases databases;
  @Inject PostgresTools tools;
  @Resource ManagedExecutorService executor;

  @Override
  void work(Backup backup) {
    if (replicaServes(backup)) {
      try {
        dump(backup, databases.replica(), BackupSource.REPLICA);
        return;
      } catch (OperationFailed | SQLException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new OperationFailed("Stopped", e);
        }
        say(
            backup,
            "The replica could not be dumped (" + OperationFailed.reason(e) + "), now the primary");
      }
    }
    try {
      dump(backup, databases.primary(), BackupSource.PRIMARY);
    } catch (SQLException e) {
      throw new OperationFailed("The database could not be read: " + e.getMessage(), e);
    }
  }

  private boolean replicaServes(Backup backup) {
    try (var connection = databases.toDump(databases.replica());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select pg_is_in_recovery(), not pg_is_in_recovery() or pg_last_wal_receive_lsn() is null
                  or (pg_last_wal_receive_lsn() <> pg_last_wal_replay_lsn()
                    and coalesce(now() - pg_last_xact_replay_timestamp() > interval '%d seconds', true))"""
                    .formatted(MOST_SECONDS_BEHIND))) {
      row.next();
      if (row.getBoolean(1) && row.getBoolean(2)) {
        say(backup, "The replica is behind, so the primary is dumped");
      }
      return row.getBoolean(1) && !row.getBoolean(2);
    } catch (SQLException e) {
      say(backup, "The replica does not answer (" + e.getMessage() + "), so the primary is dumped");
      return false;
    }
  }

  private void dump(Backup backup, Login server, BackupSource source) throws SQLException {
    var target = folder.work(workOf(backup)).resolve("content");
    BackupFolder.delete(target);
    try (var connection = databases.toDump(server)) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var snapshot = text(connection, "select pg_export_snapshot()");
      var found =
          tools.forServer(
              Integer.parseInt(
                  text(connection, "select current_setting('server_version_num')::int / 10000")));
      var sequences = Contents.sequences(connection);
      var ended = new CountDownLatch(1);
      var dumping =
          executor.submit(
              () -> {
                try {
                  return run(found.bin(), server, snapshot, target);
                } finally {
                  ended.countDown();
                }
              });
      Snapshot taken;
      try {
        taken = look(connection, source, found.version(), sequences);
        await(dumping);
      } finally {
        end(dumping, ended);
      }
      catalogue.dumped(backup.id(), taken);
      say(
          backup,
          "Dumped from the "
              + (source == BackupSource.REPLICA ? "replica" : "primary")
              + " at "
              + taken.position());
    }
  }

  private String run(Path bin, Login server, String snapshot, Path target) {
    var jobs = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    BackupFolder.create(target);
    return PostgresTools.run(
        List.of(
            bin.resolve("pg_dump").toString(),
            "--format=directory",
            "--jobs=" + jobs,
            "--snapshot=" + snapshot,
            "--file=" + target.resolve("dump"),
            "--no-password",
            "--no-sync",
            databases.liveName()),
        server.environment());
  }

  private static Snapshot look(
      Connection connection,
      BackupSource source,
      String toolVersion,
      Map<String, TableSum> sequences)
      throws SQLException {
    var contents = Contents.of(connection);
    contents.putAll(sequences);
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select case when pg_is_in_recovery() then coalesce(pg_last_xact_replay_timestamp(), now()) else now() end,
                  case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end::text,
                  current_setting('server_version'),
                  (select version from public.flyway_schema_history where success and version is not null
                   order by installed_rank desc limit 1)""")) {
      row.next();
      return new Snapshot(
          source,
          row.getTimestamp(1).toInstant(),
          row.getString(2),
          row.getString(4),
          row.getString(3),
          toolVersion,
          contents);
    }
  }

  private static void await(Future<String> dumping) {
    try {
      var unused = dumping.get();
    } catch (ExecutionException e) {
      throw new OperationFailed(OperationFailed.reason(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Stopped", e);
    }
  }

  /** Where something has gone wrong the program may still be at work, in the same folder. */
  private static void end(Future<String> dumping, CountDownLatch ended) {
    if (dumping.cancel(true)) {
      var interrupted = Thread.interrupted();
      try {
        if (!ended.await(LONGEST_END, TimeUnit.SECONDS)) {
          LOG.warning("pg_dump does not end");
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
