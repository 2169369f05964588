package org.tradehall.sales.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.tradehall.shared.model.Source;

/** When, for which day and by whom a document was recorded. */
@Embeddable
public class Recording {

  @Column(name = "business_date", updatable = false)
  private LocalDate businessDate;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "recorded_by", updatable = false)
  private Long recordedBy;

  protected Recording() {}

  /**
   * @param businessDate the day in the branch's time zone
   * @param recordedBy id of the user
   */
  public Recording(LocalDate businessDate, Instant recordedAt, Long recordedBy) {
    this.businessDate = businessDate;
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  /** This document as the source of movements and transactions. */
  public Source sourceOf(String kind, Long documentId) {
    return new Source(kind, documentId, businessDate, recordedAt, recordedBy);
  }

  public LocalDate getBusinessDate() {
    return businessDate;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public Long getRecordedBy() {
    return recordedBy;
  }
}
