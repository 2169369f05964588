package org.tradehall.expenses.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.tradehall.identity.model.User;

/** Who decided on an expense, when and why. */
@Embeddable
public class Decision {

  @Column(name = "decided_at")
  private Instant decidedAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "decided_by")
  private User decidedBy;

  @Column(name = "decision_reason")
  private String reason;

  protected Decision() {}

  /**
   * @param reason null or blank for none
   */
  public Decision(User decidedBy, Instant decidedAt, String reason) {
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public User getDecidedBy() {
    return decidedBy;
  }

  /** Null if none was given. */
  public String getReason() {
    return reason;
  }
}
