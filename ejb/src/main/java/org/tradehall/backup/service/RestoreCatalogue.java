package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tradehall.backup.model.Restore;
import org.tradehall.backup.model.RestoreState;

/** What is known of all restores. Each change is a transaction of its own. */
@ApplicationScoped
public class RestoreCatalogue {

  private static final String FIELDS =
      """
      select id, backup_id, undoes, asked_by, state, step, problem, started_at, ended_at,
        before, before_until, before_gone,
        (select string_agg(key || '=' || value, ' ') from jsonb_each_text(durations)) as durations
      from restores""";

  @Inject Operations operations;

  /** Of a backup, or, with {@code undoes}, of what was there before another restore. */
  long begin(Long backupId, Long undoes, Long askedBy, String node, long job, String step) {
    return operations.number(
        "insert into restores (backup_id, undoes, asked_by, node, job, state, step)"
            + " values (?, ?, ?, ?, ?, 'RUNNING', ?) returning id",
        backupId,
        undoes,
        askedBy,
        node,
        job,
        step);
  }

  void enter(long id, String step) {
    operations.change("update restores set step = ? where id = ?", step, id);
  }

  void leave(long id, String step, Duration took) {
    operations.change(
        "update restores set durations = durations || jsonb_build_object(?, ?) where id = ?",
        step,
        took.toMillis(),
        id);
  }

  /**
   * Only of one that is at work: what has ended stays as it ended.
   *
   * @param before the name under which what was there before is kept
   * @return whether it was
   */
  boolean done(long id, String before, int days) {
    return operations.number(
            "with done as (update restores set state = 'DONE', ended_at = now(), before = ?,"
                + " before_until = now() + make_interval(days => ?)"
                + " where id = ? and state = 'RUNNING' returning undoes),"
                // What it took back is what everybody works in now, and not kept any more.
                + " undone as (update restores set before_gone = now()"
                + " where id in (select undoes from done)) select count(*) from done",
            before,
            days,
            id)
        == 1;
  }

  /** Only of one that is at work. */
  void failed(long id, String problem) {
    operations.change(
        "update restores set state = 'FAILED', problem = ?, ended_at = now()"
            + " where id = ? and state = 'RUNNING'",
        problem,
        id);
  }

  void gone(long id) {
    operations.change("update restores set before_gone = now() where id = ?", id);
  }

  void line(long id, String line) {
    operations.change("insert into restore_lines (restore_id, line) values (?, ?)", id, line);
  }

  /** What its steps said, oldest first. */
  public List<String> lines(long id) {
    return operations.texts(
        "select to_char(at at time zone 'UTC', 'HH24:MI:SS') || '  ' || line from restore_lines"
            + " where restore_id = ? order by id",
        id);
  }

  Optional<Restore> ofJob(long job) {
    return list(" where job = ? order by id desc limit 1", job).stream().findFirst();
  }

  public Optional<Restore> find(long id) {
    return list(" where id = ?", id).stream().findFirst();
  }

  /** Newest first. */
  public List<Restore> latest(int most) {
    return list(" order by id desc limit ?", most);
  }

  List<Restore> running() {
    return list(" where state = 'RUNNING' order by id");
  }

  /** Those of which what was there before has been kept long enough. */
  List<Restore> expired() {
    return list(" where before_gone is null and before_until < now() order by id");
  }

  private List<Restore> list(String condition, Object... parameters) {
    return operations.with(
        connection -> {
          try (var query = Operations.prepared(connection, FIELDS + condition, parameters);
              var rows = query.executeQuery()) {
            var restores = new ArrayList<Restore>();
            while (rows.next()) {
              restores.add(restore(rows));
            }
            return restores;
          }
        });
  }

  private static Restore restore(ResultSet row) throws SQLException {
    return new Restore(
        row.getLong("id"),
        row.getObject("backup_id", Long.class),
        row.getObject("undoes", Long.class),
        row.getObject("asked_by", Long.class),
        RestoreState.valueOf(row.getString("state")),
        row.getString("step"),
        row.getString("problem"),
        Operations.instant(row, "started_at"),
        Operations.instant(row, "ended_at"),
        row.getString("before"),
        Operations.instant(row, "before_until"),
        Operations.instant(row, "before_gone"),
        Operations.durations(row.getString("durations")));
  }
}
