package org.tradehall.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/**
 * Makes a hot standby by copying a running primary between {@code pg_backup_start} and {@code
 * pg_backup_stop}. Unlike pg_basebackup this needs no program that the embedded PostgreSQL lacks.
 */
final class Standby {

  static final String SLOT = "tradehall_standby";

  /** Of these only the folder itself is copied; the standby makes or streams what belongs in it. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_stat_tmp",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_subtrans",
          "pg_dynshmem",
          "log");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "start.log", "current_logfiles");

  private Standby() {}

  static boolean isStandby(Path data) {
    return Files.exists(data.resolve("standby.signal"));
  }

  static void copy(PostgresServer primary, Path data, Account account) {
    var unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    Folders.delete(data);
    Folders.delete(unfinished);
    try (var connection = primary.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '"
              + SLOT
              + "'");
      // Reserved at once, so that all that is written during the copy is still there to be
      // streamed.
      statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
      statement.execute("select pg_backup_start('tradehall standby', true)");
      Folders.copy(primary.data(), unfinished, Standby::isCopied);
      try (var rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        rows.next();
        Files.writeString(unfinished.resolve("backup_label"), rows.getString(1));
      }
      Files.createFile(unfinished.resolve("standby.signal"));
      account.own(unfinished);
      Files.move(unfinished, data);
    } catch (SQLException e) {
      throw new LaunchException("The primary could not be copied: " + e.getMessage(), e);
    } catch (IOException e) {
      throw Folders.failed("copy the primary to", data, e);
    }
  }

  static boolean isCopied(Path below) {
    return below.getNameCount() == 1
        ? !LEFT_OUT.contains(below.toString())
        : !EMPTY.contains(below.getName(0).toString());
  }
}
