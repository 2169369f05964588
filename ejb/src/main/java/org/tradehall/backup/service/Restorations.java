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
import java.util.Optional;
import java.util.stream.Stream;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.model.RestorationState;
import org.tradehall.shared.model.DomainException;

/** What is known of all restores of businesses. Each change is a transaction of its own. */
@ApplicationScoped
public class Restorations {

  /** Between the code of a problem and what its message names. */
  private static final String BETWEEN = "\u001f";

  private static final int LONGEST_PART = 500;

  private static final String FIELDS =
      """
      select id, business_id, business, backup_id, undo_of, taken_at, asked_by, node, state, problem, started_at,
        ended_at, diff::text as diff, source_file, undo_file,
        (select string_agg(key || '=' || value, ' ') from jsonb_each_text(durations)) as durations
      from restorations""";

  @Inject Operations operations;

  /** From a backup. */
  public long request(long businessId, String business, Backup backup, Long askedBy) {
    return operations.number(
        "insert into restorations (business_id, business, backup_id, taken_at, asked_by)"
            + " values (?, ?, ?, ?, ?) returning id",
        businessId,
        business,
        backup.id(),
        Timestamp.from(backup.takenAt()),
        askedBy);
  }

  /** Back to what was there before another one. */
  public long request(Restoration undone, Long askedBy) {
    return operations.number(
        "insert into restorations (business_id, business, undo_of, taken_at, asked_by)"
            + " values (?, ?, ?, ?, ?) returning id",
        undone.businessId(),
        undone.business(),
        undone.id(),
        Timestamp.from(undone.endedAt()),
        askedBy);
  }

  /**
   * Begins to work on one.
   *
   * @return false if it is not where that could be done
   */
  boolean begin(long id, RestorationState working, String node) {
    var from =
        working == RestorationState.PREPARING
            ? "(state = 'PREPARING' and node is null) or (state = 'FAILED' and diff is null)"
            : "state = 'RESTORING' and node is null";
    return operations.number(
            "with begun as (update restorations set state = ?, node = ?, problem = null, ended_at = null"
                + " where id = ? and ("
                + from
                + ") returning 1) select count(*) from begun",
            working.name(),
            node,
            id)
        == 1;
  }

  /**
   * Somebody has said yes.
   *
   * @return false if there is nothing to be confirmed, any more
   */
  public boolean confirm(long id) {
    return operations.number(
            "with confirmed as (update restorations set state = 'RESTORING', node = null, started_at = now()"
                + " where id = ? and state = 'PREPARED' returning 1) select count(*) from confirmed",
            id)
        == 1;
  }

  void fetched(long id, String file) {
    operations.change("update restorations set source_file = ? where id = ?", file, id);
  }

  void prepared(long id, BusinessDiff diff) {
    operations.change(
        "update restorations set state = 'PREPARED', diff = ?::jsonb where id = ?",
        diff.toJson(),
        id);
  }

  /** Named before it is written, so that whatever a crash leaves is found. */
  void keeping(long id, String file) {
    operations.change("update restorations set undo_file = ? where id = ?", file, id);
  }

  void done(long id) {
    operations.change(
        "update restorations set state = 'DONE', ended_at = now() where id = ? and state = 'RESTORING'",
        id);
  }

  /** Only of one that is under way: what has ended stays as it ended. */
  void failed(long id, String problem) {
    operations.change(
        "update restorations set state = 'FAILED', problem = ?, ended_at = now()"
            + " where id = ? and state in ('PREPARING', 'PREPARED', 'RESTORING')",
        problem,
        id);
  }

  void took(long id, String step, Duration time) {
    operations.change(
        "update restorations set durations = durations || jsonb_build_object(?, ?) where id = ?",
        step,
        time.toMillis(),
        id);
  }

  void sourceDeleted(long id) {
    operations.change("update restorations set source_file = null where id = ?", id);
  }

  void undoDeleted(long id) {
    operations.change("update restorations set undo_file = null where id = ?", id);
  }

  public Optional<Restoration> find(long id) {
    return list(" where id = ?", id).stream().findFirst();
  }

  /** Newest first. */
  public List<Restoration> of(long businessId, int most) {
    return list(" where business_id = ? order by id desc limit ?", businessId, most);
  }

  /** At work, or asked for so long ago that nobody will begin any more. */
  List<Restoration> working() {
    return list(
        " where state in ('PREPARING', 'RESTORING')"
            + " and (node is not null or started_at < now() - interval '10 minutes') order by id");
  }

  /** With files that nobody needs any more. */
  List<Restoration> old(Instant preparedBefore, Instant endedBefore) {
    return list(
        " where (source_file is not null and state <> 'RESTORING' and started_at < ?)"
            + " or (undo_file is not null and ended_at < ?) order by id",
        Timestamp.from(preparedBefore),
        Timestamp.from(endedBefore));
  }

  /** The problem as one text. */
  static String problem(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException refused) {
        return Stream.concat(Stream.of(refused.code()), Stream.of(refused.arguments()))
            .map(part -> cut(String.valueOf(part)))
            .reduce((one, other) -> one + BETWEEN + other)
            .orElseThrow();
      }
    }
    return "restoration.failed" + BETWEEN + cut(OperationFailed.reason(thrown));
  }

  private static String cut(String part) {
    var clean = part.replace(BETWEEN, "").replace("\0", "");
    return clean.length() > LONGEST_PART ? clean.substring(0, LONGEST_PART) : clean;
  }

  private List<Restoration> list(String condition, Object... parameters) {
    return operations.with(
        connection -> {
          try (var query = Operations.prepared(connection, FIELDS + condition, parameters);
              var rows = query.executeQuery()) {
            var found = new ArrayList<Restoration>();
            while (rows.next()) {
              found.add(restoration(rows));
            }
            return found;
          }
        });
  }

  private static Restoration restoration(ResultSet row) throws SQLException {
    var problem = row.getString("problem");
    return new Restoration(
        row.getLong("id"),
        row.getLong("business_id"),
        row.getString("business"),
        row.getObject("backup_id", Long.class),
        row.getObject("undo_of", Long.class),
        Operations.instant(row, "taken_at"),
        row.getLong("asked_by"),
        row.getString("node"),
        RestorationState.valueOf(row.getString("state")),
        problem == null ? List.of() : List.of(problem.split(BETWEEN, -1)),
        Operations.instant(row, "started_at"),
        Operations.instant(row, "ended_at"),
        row.getString("diff"),
        Operations.durations(row.getString("durations")),
        row.getString("source_file"),
        row.getString("undo_file"));
  }
}
