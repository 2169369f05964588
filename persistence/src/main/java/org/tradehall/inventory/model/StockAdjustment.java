package org.tradehall.inventory.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.tradehall.shared.model.BusinessOwned;

/** A document that corrects stock: an opening balance, a write-off, a find. */
@Entity
@Table(name = "stock_adjustments")
public class StockAdjustment extends BusinessOwned {

  @Column(name = "branch_id")
  private Long branchId;

  private String number;
  private String reason;
  private String note;

  @Column(name = "external_ref")
  private String externalRef;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private Long recordedBy;

  protected StockAdjustment() {}

  /**
   * @param reason message key of the reason, e.g. {@code OPENING}
   * @param externalRef number of the document in the system it was imported from, or null
   */
  public StockAdjustment(
      Long branchId,
      String number,
      String reason,
      String note,
      String externalRef,
      LocalDate businessDate,
      Instant recordedAt,
      Long recordedBy) {
    this.branchId = branchId;
    this.number = number;
    this.reason = reason;
    this.note = note;
    this.externalRef = externalRef;
    this.businessDate = businessDate;
    this.recordedAt = recordedAt;
    this.recordedBy = recordedBy;
  }

  public String getNumber() {
    return number;
  }

  public String getReason() {
    return reason;
  }

  public String getNote() {
    return note;
  }

  public String getExternalRef() {
    return externalRef;
  }

  public LocalDate getBusinessDate() {
    return businessDate;
  }
}
