package org.tradehall.audit.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tradehall.audit.model.LogEntry;

/**
 * An entry of a log, to be shown.
 *
 * @param userName null if nobody did it
 * @param behalfName null if the user acted for himself
 */
public record LogRow(Long id, LogEntry entry, String userName, String behalfName) {

  private static final int IN_A_LIST = 3;

  /**
   * One fact that the deed changed.
   *
   * @param before null if there was none
   * @param after null if there is none any more
   */
  public record Change(String field, String before, String after) {}

  public LogMark mark() {
    return new LogMark(entry.getRecordedAt(), id);
  }

  public List<Change> changes() {
    var before = json(entry.getBefore());
    var after = json(entry.getAfter());
    var fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    var changes = new ArrayList<Change>();
    for (var field : fields) {
      changes.add(new Change(field, text(before, field), text(after, field)));
    }
    return changes;
  }

  /** The first of what was changed or told, for a list. */
  public List<Change> first() {
    var all = all();
    return all.subList(0, Math.min(IN_A_LIST, all.size()));
  }

  /** How many are left out in a list. */
  public int more() {
    return Math.max(0, all().size() - IN_A_LIST);
  }

  private List<Change> all() {
    var all = new ArrayList<>(changes());
    all.addAll(details());
    return all;
  }

  /** What else the deed told; nothing was before. */
  public List<Change> details() {
    var detail = json(entry.getDetail());
    return new TreeSet<>(detail.keySet())
        .stream().map(field -> new Change(field, null, text(detail, field))).toList();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String text(JsonObject facts, String field) {
    var value = facts.get(field);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value == null || facts.isNull(field) ? null : value.toString();
  }
}
