package org.tradehall.shared.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The document from which a movement or transaction came, and when and by whom it was recorded.
 * Stock and ledger refer to it by value, so that they need not know sales.
 */
@Embeddable
public class Source {

  @Column(name = "source_kind")
  private String kind;

  @Column(name = "source_id")
  private Long documentId;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private Long recordedBy;

  protected Source() {}

  /**
   * @param kind kind of the document, e.g. {@code SALE}
   * @param businessDate the day in the branch's time zone
   * @param recordedBy id of the user
   */
  public Source(
      String kind, Long documentId, LocalDate businessDate, Instant recordedAt, Long recordedBy) {
    this.kind = kind;
    this.documentId = documentId;
    this.businessDate = businessDate;
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  public String getKind() {
    return kind;
  }

  public Long getDocumentId() {
    return documentId;
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
