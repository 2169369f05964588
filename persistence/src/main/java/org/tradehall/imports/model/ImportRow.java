package org.tradehall.imports.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.tradehall.shared.model.BusinessOwned;

/** A row of an imported file and what becomes, or would become, of it. */
@Entity
@Table(name = "import_rows")
public class ImportRow extends BusinessOwned {

  @Column(name = "import_id", updatable = false)
  private Long importId;

  @Column(name = "row_number", updatable = false)
  private int rowNumber;

  @Column(updatable = false)
  private int step;

  @Column(updatable = false)
  private String reference;

  @Column(updatable = false)
  private String content;

  @Enumerated(EnumType.STRING)
  private RowOutcome outcome;

  private String reason;

  protected ImportRow() {}

  /**
   * @param rowNumber as a spreadsheet shows it; the headings are row 1
   * @param step number of the step the row belongs to, from 1
   * @param reference the document, SKU or customer code that the row is about; may be empty
   * @param content the row's values as text
   */
  public ImportRow(
      Long importId,
      int rowNumber,
      int step,
      String reference,
      String content,
      RowOutcome outcome) {
    this.importId = importId;
    this.rowNumber = rowNumber;
    this.step = step;
    this.reference = reference;
    this.content = content;
    this.outcome = outcome;
  }

  /** The row cannot be taken in. */
  public void refuse(Reason why) {
    outcome = RowOutcome.ERROR;
    reason = why.stored();
  }

  /** What the row says has turned out to be there, or to change something. */
  public void turnOut(RowOutcome actual) {
    if (outcome != RowOutcome.ERROR) {
      outcome = actual;
    }
  }

  public int getRowNumber() {
    return rowNumber;
  }

  public int getStep() {
    return step;
  }

  public String getReference() {
    return reference;
  }

  public String getContent() {
    return content;
  }

  public RowOutcome getOutcome() {
    return outcome;
  }

  /** Null unless the outcome is an error. */
  public Reason getReason() {
    return Reason.parse(reason);
  }
}
