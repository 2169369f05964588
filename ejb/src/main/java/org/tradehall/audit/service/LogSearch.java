package org.tradehall.audit.service;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tradehall.audit.model.LogEntry;
import org.tradehall.audit.model.PlatformLog;
import org.tradehall.audit.model.SystemLog;
import org.tradehall.shared.service.Search;

/**
 * Reads a log from the newest entry to the oldest, each page from where the one before ended: the
 * last page of a long log costs no more than the first.
 */
public final class LogSearch {

  private final EntityManager em;
  private final String log;
  private final Function<Object, LogRow> row;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private LogSearch(EntityManager em, String log, Function<Object, LogRow> row) {
    this.em = em;
    this.log = log;
    this.row = row;
  }

  /** The log of the transaction's business. */
  public static LogSearch ofBusiness(EntityManager em) {
    return new LogSearch(
        em,
        "SystemLog",
        found ->
            new LogRow(((SystemLog) found).getId(), ((SystemLog) found).getEntry(), null, null));
  }

  public static LogSearch ofPlatform(EntityManager em) {
    return new LogSearch(
        em,
        "PlatformLog",
        found ->
            new LogRow(
                ((PlatformLog) found).getId(), ((PlatformLog) found).getEntry(), null, null));
  }

  public List<LogRow> find(LogQuery query, int rows) {
    when("l.entry.userId = :user", "user", query.userId());
    when("l.entry.action = :action", "action", query.action());
    when("l.entry.entity = :entity", "entity", query.entity());
    when("l.entry.entityId = :entityId", "entityId", query.entityId());
    when("l.entry.recordedAt >= :from", "from", query.from());
    when("l.entry.recordedAt < :until", "until", query.until());
    if (!Search.isBlank(query.text())) {
      when(
          "(lower(l.entry.detail) like :text escape '\\' or lower(l.entry.before) like :text"
              + " escape '\\' or lower(l.entry.after) like :text escape '\\')",
          "text",
          Search.containing(query.text()));
    }
    if (query.after() != null) {
      when(
          "(l.entry.recordedAt < :mark or l.entry.recordedAt = :mark and l.id < :markId)",
          "mark",
          query.after().recordedAt());
      parameters.put("markId", query.after().id());
    }
    return list(rows);
  }

  public List<LogRow> find(Long id) {
    when("l.id = :id", "id", id);
    return list(1);
  }

  private void when(String condition, String parameter, Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
  }

  private List<LogRow> list(int rows) {
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    var jpql =
        em.createQuery(
            "select l from " + log + " l" + where + " order by l.entry.recordedAt desc, l.id desc");
    parameters.forEach(jpql::setParameter);
    var found = new ArrayList<LogRow>();
    for (var each : jpql.setMaxResults(rows).getResultList()) {
      found.add(row.apply(each));
    }
    return named(found);
  }

  private List<LogRow> named(List<LogRow> rows) {
    var ids = new ArrayList<Long>();
    for (var each : rows) {
      ids.add(each.entry().getUserId());
      ids.add(each.entry().getOnBehalfOf());
    }
    ids.removeIf(id -> id == null);
    var names = new HashMap<Long, String>();
    if (!ids.isEmpty()) {
      em.createQuery("select u.id, u.name from User u where u.id in :ids", Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(user -> names.put((Long) user[0], (String) user[1]));
    }
    return rows.stream().map(each -> named(each, names)).toList();
  }

  private static LogRow named(LogRow bare, Map<Long, String> names) {
    LogEntry entry = bare.entry();
    return new LogRow(
        bare.id(), entry, names.get(entry.getUserId()), names.get(entry.getOnBehalfOf()));
  }
}
