package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.service.BackupFolder.Stored;

/**
 * A database beside the live one, on the same server, into which a backup is restored: to be
 * compared, to be taken from, or to go live. Their names begin with the live one's and tell the
 * operation.
 */
@ApplicationScoped
public class SideDatabase {

  @Inject Databases databases;
  @Inject Operations operations;
  @Inject PostgresTools tools;
  @Inject BackupFolder folder;

  /** Its name, for example {@code tradehall_side_backup_12}. */
  public String name(String operation) {
    return prefix() + operation.replace('-', '_');
  }

  private String prefix() {
    return databases.liveName() + "_side_";
  }

  /**
   * Unpacks a stored backup and restores it into a new database.
   *
   * @param work folder for what is unpacked
   */
  public void restore(Backup backup, String name, Path work) {
    var content = work.resolve("unpacked");
    BackupFolder.delete(content);
    folder.unpack(new Stored(backup.file(), backup.bytes(), backup.sha256()), content);
    create(name);
    var jobs = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    var unused =
        PostgresTools.run(
            List.of(
                tools.forServer(serverMajor()).bin().resolve("pg_restore").toString(),
                "--jobs=" + jobs,
                "--exit-on-error",
                "--no-password",
                "--dbname=" + name,
                content.resolve("dump").toString()),
            databases.operator().environment());
    BackupFolder.delete(content);
    analyze(name);
  }

  /** As bootstrap.sql makes the live one: owned by the same, closed to the public. */
  private void create(String name) {
    drop(name);
    operations.change(
        "create database " + name + " owner tradehall_owner encoding 'UTF8' template template0");
    operations.change("revoke all on database " + name + " from public");
    operations.change(
        "grant connect on database "
            + name
            + " to tradehall_app, tradehall_platform, tradehall_backup");
  }

  private void analyze(String name) {
    try (var connection = databases.to(name);
        var statement = connection.createStatement()) {
      statement.execute("analyze");
    } catch (SQLException e) {
      throw new OperationFailed(
          "The restored database could not be analysed: " + e.getMessage(), e);
    }
  }

  /** What it holds. */
  Map<String, TableSum> contents(String name) {
    try (var connection = databases.to(name)) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var contents = Contents.of(connection);
      contents.putAll(Contents.sequences(connection));
      return contents;
    } catch (SQLException e) {
      throw new OperationFailed("The restored database could not be read: " + e.getMessage(), e);
    }
  }

  /** The rules of bookkeeping that do not hold in it. */
  List<String> brokenRules(String name) {
    try (var connection = databases.to(name)) {
      return Bookkeeping.broken(connection);
    } catch (SQLException e) {
      throw new OperationFailed("The restored database could not be read: " + e.getMessage(), e);
    }
  }

  /** Drops it if it is there, whoever is in it. */
  public void drop(String name) {
    if (!name.startsWith(prefix())) {
      throw new IllegalArgumentException(name + " is no side database");
    }
    operations.change("drop database if exists " + name + " with (force)");
  }

  /** Those that are there. */
  List<String> all() {
    return operations.texts(
        "select datname from pg_database where starts_with(datname, ?) order by datname", prefix());
  }

  private int serverMajor() {
    try (var connection = databases.operations()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new OperationFailed("The database could not be reached: " + e.getMessage(), e);
    }
  }
}
