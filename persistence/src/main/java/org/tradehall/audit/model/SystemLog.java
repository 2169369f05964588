package org.tradehall.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.tradehall.shared.model.BusinessOwned;

/** Who did what to which thing, and when. Never changed, never deleted. */
@Entity
@Table(name = "system_logs")
public class SystemLog extends BusinessOwned {

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "user_id")
  private Long userId;

  private String action;
  private String entity;

  @Column(name = "entity_id")
  private Long entityId;

  private String detail;

  protected SystemLog() {}

  /**
   * @param action feature and verb, e.g. {@code sale.record}
   * @param detail a JSON object; no secrets, no personal data
   */
  public SystemLog(
      Instant now, Long userId, String action, String entity, Long entityId, String detail) {
    this.recordedAt = now;
    this.userId = userId;
    this.action = action;
    this.entity = entity;
    this.entityId = entityId;
    this.detail = detail;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public Long getUserId() {
    return userId;
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
}
