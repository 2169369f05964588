package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.BusinessOwned;

/** Platform staff at work in a business: by whom, for which owner, why, and until when. */
@Entity
@Table(name = "support_sessions")
public class SupportSession extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "admin_id", updatable = false)
  private User admin;

  @Column(name = "on_behalf_of", updatable = false)
  private Long onBehalfOf;

  @Column(updatable = false)
  private String reason;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "ends_at", updatable = false)
  private Instant endsAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected SupportSession() {}

  /**
   * @param onBehalfOf id of the owner for whom the staff act
   * @param length after which it ends by itself
   */
  public SupportSession(User admin, Long onBehalfOf, String reason, Instant now, Duration length) {
    this.admin = admin;
    this.onBehalfOf = onBehalfOf;
    this.reason = reason.strip();
    this.startedAt = now;
    this.endsAt = now.plus(length);
  }

  public boolean isUnderWay(Instant now) {
    return endedAt == null && now.isBefore(endsAt);
  }

  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  public User getAdmin() {
    return admin;
  }

  public Long getOnBehalfOf() {
    return onBehalfOf;
  }

  public String getReason() {
    return reason;
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public Instant getEndsAt() {
    return endsAt;
  }

  /** When it was ended before its time; null if it was not. */
  public Instant getEndedAt() {
    return endedAt;
  }
}
