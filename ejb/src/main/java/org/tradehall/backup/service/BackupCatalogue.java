package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupCause;
import org.tradehall.backup.model.BackupSource;
import org.tradehall.backup.model.BackupState;
import org.tradehall.backup.service.BackupFolder.Stored;

/** What is known of all backups. Each change is a transaction of its own. */
@ApplicationScoped
public class BackupCatalogue {

  private static final String FIELDS =
      """
      select id, cause, asked_by, attempt, node, state, step, problem, started_at, ended_at, source, taken_at,
        schema_version, server_version, tool_version, table_count, row_count, file, bytes, sha256, copied, deleted_at,
        (select string_agg(key || '=' || value, ' ') from jsonb_each_text(durations)) as durations
      from backups""";

  /** Where and what was dumped. */
  record Snapshot(
      BackupSource source,
      Instant takenAt,
      String position,
      String schemaVersion,
      String serverVersion,
      String toolVersion,
      Map<String, TableSum> tables) {}

  @Inject Operations operations;

  long begin(BackupCause cause, Long askedBy, int attempt, String node, long job, String step) {
    return operations.number(
        "insert into backups (cause, asked_by, attempt, job, node, state, step)"
            + " values (?, ?, ?, ?, ?, 'RUNNING', ?) returning id",
        cause.name(),
        askedBy,
        attempt,
        job,
        node,
        step);
  }

  void enter(long id, String step) {
    operations.change("update backups set step = ? where id = ?", step, id);
  }

  void leave(long id, String step, Duration took) {
    operations.change(
        "update backups set durations = durations || jsonb_build_object(?, ?) where id = ?",
        step,
        took.toMillis(),
        id);
  }

  void dumped(long id, Snapshot snapshot) {
    operations.change(
        "update backups set source = ?, taken_at = ?, position = ?, schema_version = ?, server_version = ?,"
            + " tool_version = ?, tables = ?::jsonb, table_count = ?, row_count = ? where id = ?",
        snapshot.source().name(),
        Timestamp.from(snapshot.takenAt()),
        snapshot.position(),
        snapshot.schemaVersion(),
        snapshot.serverVersion(),
        snapshot.toolVersion(),
        TableSum.toJson(snapshot.tables()).toString(),
        snapshot.tables().size(),
        snapshot.tables().values().stream().mapToLong(TableSum::rows).sum(),
        id);
  }

  /** Named before it is written, so that whatever a crash leaves is found. */
  void storing(long id, String file) {
    operations.change("update backups set file = ? where id = ?", file, id);
  }

  void stored(long id, Stored stored) {
    operations.change(
        "update backups set bytes = ?, sha256 = ? where id = ?",
        stored.bytes(),
        stored.sha256(),
        id);
  }

  void copied(long id) {
    operations.change("update backups set copied = true where id = ?", id);
  }

  void valid(long id) {
    operations.change("update backups set state = 'VALID', ended_at = now() where id = ?", id);
  }

  /** Only of one that is at work: what has ended stays as it ended. */
  void invalid(long id, String problem) {
    operations.change(
        "update backups set state = 'INVALID', problem = ?, ended_at = now(), deleted_at = now()"
            + " where id = ? and state = 'RUNNING'",
        problem,
        id);
  }

  void deleted(long id) {
    operations.change("update backups set deleted_at = now() where id = ?", id);
  }

  void line(long id, String line) {
    operations.change("insert into backup_lines (backup_id, line) values (?, ?)", id, line);
  }

  /** What its steps said, oldest first. */
  public List<String> lines(long id) {
    return operations.texts(
        "select to_char(at at time zone 'UTC', 'HH24:MI:SS') || '  ' || line from backup_lines"
            + " where backup_id = ? order by id",
        id);
  }

  /** Rows and checksums of its tables, from the dump's own snapshot. */
  Map<String, TableSum> tables(long id) {
    return operations.with(
        connection -> {
          try (var query =
                  Operations.prepared(
                      connection, "select tables::text from backups where id = ?", id);
              var row = query.executeQuery()) {
            row.next();
            return TableSum.parse(row.getString(1));
          }
        });
  }

  Optional<Backup> ofJob(long job) {
    return list(" where job = ? order by id desc limit 1", job).stream().findFirst();
  }

  public Optional<Backup> find(long id) {
    return list(" where id = ?", id).stream().findFirst();
  }

  /** Newest first. */
  public List<Backup> latest(int most) {
    return list(" order by id desc limit ?", most);
  }

  /** Newest first, those with a file. */
  public List<Backup> usable() {
    return list(" where state = 'VALID' and deleted_at is null order by taken_at desc");
  }

  List<Backup> running() {
    return list(" where state = 'RUNNING' order by id");
  }

  /** When the last one that was not asked for by hand began. */
  Optional<Instant> lastScheduled() {
    return list(" where cause = 'SCHEDULE' and attempt = 1 order by id desc limit 1").stream()
        .map(Backup::startedAt)
        .findFirst();
  }

  /** Since when backups are due. */
  Instant begunAt() {
    return operations.with(
        connection -> {
          try (var query = Operations.prepared(connection, "select begun_at from installation");
              var row = query.executeQuery()) {
            row.next();
            return row.getTimestamp(1).toInstant();
          }
        });
  }

  /**
   * Notes an alarm, unless the same has been raised within a day and not settled.
   *
   * @return whether it is new
   */
  boolean raise(String problem) {
    return operations.number(
            "with new as (insert into backup_alarms (problem) select ? where not exists"
                + " (select from backup_alarms where settled_at is null and problem = ?"
                + " and raised_at > now() - interval '1 day') returning 1) select count(*) from new",
            problem,
            problem)
        > 0;
  }

  void settleAlarms() {
    operations.change("update backup_alarms set settled_at = now() where settled_at is null");
  }

  /** What is alarming now, newest first. */
  public List<String> alarms() {
    return operations.texts(
        "select problem from backup_alarms where settled_at is null group by problem order by max(id) desc");
  }

  private List<Backup> list(String condition, Object... parameters) {
    return operations.with(
        connection -> {
          try (var query = Operations.prepared(connection, FIELDS + condition, parameters);
              var rows = query.executeQuery()) {
            var backups = new ArrayList<Backup>();
            while (rows.next()) {
              backups.add(backup(rows));
            }
            return backups;
          }
        });
  }

  private static Backup backup(ResultSet row) throws SQLException {
    var source = row.getString("source");
    return new Backup(
        row.getLong("id"),
        BackupCause.valueOf(row.getString("cause")),
        row.getObject("asked_by", Long.class),
        row.getInt("attempt"),
        row.getString("node"),
        BackupState.valueOf(row.getString("state")),
        row.getString("step"),
        row.getString("problem"),
        Operations.instant(row, "started_at"),
        Operations.instant(row, "ended_at"),
        source == null ? null : BackupSource.valueOf(source),
        Operations.instant(row, "taken_at"),
        row.getString("schema_version"),
        row.getString("server_version"),
        row.getString("tool_version"),
        row.getInt("table_count"),
        row.getLong("row_count"),
        row.getString("file"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getBoolean("copied"),
        Operations.instant(row, "deleted_at"),
        Operations.durations(row.getString("durations")));
  }
}
