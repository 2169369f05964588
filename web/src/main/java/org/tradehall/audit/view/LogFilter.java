package org.tradehall.audit.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.audit.service.LogMark;
import org.tradehall.audit.service.LogQuery;
import org.tradehall.shared.view.ListState;

/** Which entries a log page shows, as its address says it. What cannot be read narrows nothing. */
public class LogFilter {

  private String text;
  private Long person;
  private String action;
  private String entity;
  private Long entityId;
  private String from;
  private String to;
  private String after;

  public LogQuery query(ZoneId zone) {
    var last = date(to);
    return new LogQuery(
        person,
        action,
        entity,
        entityId,
        text,
        start(date(from), zone),
        start(last == null ? null : last.plusDays(1), zone),
        LogMark.parse(after));
  }

  private static LocalDate date(String iso) {
    try {
      return iso == null ? null : LocalDate.parse(iso);
    } catch (DateTimeException typedByHand) {
      return null;
    }
  }

  private static Instant start(LocalDate date, ZoneId zone) {
    return date == null ? null : date.atStartOfDay(zone).toInstant();
  }

  /** The address of the same list from another place on. */
  String addressAfter(LogMark mark) {
    return new ListState(() -> parameters(mark)).getAddress();
  }

  private Map<String, String> parameters(LogMark mark) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("q", text);
    parameters.put("person", person == null ? null : person.toString());
    parameters.put("action", action);
    parameters.put("entity", entity);
    parameters.put("id", entityId == null ? null : entityId.toString());
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("after", mark == null ? null : mark.toString());
    return parameters;
  }

  public boolean isUnfiltered() {
    return addressAfter(null).equals("?");
  }

  /** Whether the list is about one thing. */
  public boolean isHistory() {
    return entityId != null;
  }

  public boolean isContinued() {
    return LogMark.parse(after) != null;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public String getEntity() {
    return entity;
  }

  public void setEntity(String entity) {
    this.entity = entity;
  }

  public Long getEntityId() {
    return entityId;
  }

  public void setEntityId(Long entityId) {
    this.entityId = entityId;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
