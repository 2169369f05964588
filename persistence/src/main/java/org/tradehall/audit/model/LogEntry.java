package org.tradehall.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.tradehall.shared.model.Channel;

/**
 * Who did what to which thing, when and from where. What it speaks of is named by value, for the
 * log outlives it.
 */
@Embeddable
public class LogEntry {

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "user_id")
  private Long userId;

  @Column(name = "on_behalf_of")
  private Long onBehalfOf;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String place;
  private String address;
  private String request;
  private String action;
  private String entity;

  @Column(name = "entity_id")
  private Long entityId;

  private String detail;

  @Column(name = "facts_before")
  private String before;

  @Column(name = "facts_after")
  private String after;

  protected LogEntry() {}

  /**
   * @param userId null if nobody did it
   * @param onBehalfOf the person for whom the user acted; null if for himself
   */
  public LogEntry(Instant now, Long userId, Long onBehalfOf) {
    this.recordedAt = now;
    this.userId = userId;
    this.onBehalfOf = onBehalfOf;
  }

  /**
   * @param newPlace the page, resource or job
   * @param newAddress network address of the caller
   * @param newRequest the id that stands in the server's log lines as well
   */
  public void from(Channel newChannel, String newPlace, String newAddress, String newRequest) {
    this.channel = newChannel;
    this.place = newPlace;
    this.address = newAddress;
    this.request = newRequest;
  }

  /**
   * @param newAction feature and verb, e.g. {@code sale.record}
   * @param newDetail a JSON object; no secrets, no personal data
   */
  public void deed(String newAction, String newEntity, Long newEntityId, String newDetail) {
    this.action = newAction;
    this.entity = newEntity;
    this.entityId = newEntityId;
    this.detail = newDetail;
  }

  /** The changed facts, both JSON objects. */
  public void change(String newBefore, String newAfter) {
    this.before = newBefore;
    this.after = newAfter;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public Long getUserId() {
    return userId;
  }

  public Long getOnBehalfOf() {
    return onBehalfOf;
  }

  public Channel getChannel() {
    return channel;
  }

  public String getPlace() {
    return place;
  }

  public String getAddress() {
    return address;
  }

  public String getRequest() {
    return request;
  }

  public String getAction() {
    return action;
  }

  public String getEntity() {
    return entity;
  }

  public Long getEntityId() {
    return entityId;
  }

  public String getDetail() {
    return detail;
  }

  public String getBefore() {
    return before;
  }

  public String getAfter() {
    return after;
  }
}
