package org.tradehall.imports.model;

/**
 * A line of an import's report.
 *
 * @param row as a spreadsheet shows it; the headings are row 1
 * @param done whether the outcome has come about; if not, it is what an execution would do
 * @param reason null unless the outcome is an error
 */
public record ReportRow(
    int row, String reference, RowOutcome outcome, boolean done, Reason reason) {

  /**
   * @param stepsDone the mark of the import
   */
  public static ReportRow of(ImportRow row, int stepsDone) {
    return new ReportRow(
        row.getRowNumber(),
        row.getReference(),
        row.getOutcome(),
        row.getStep() <= stepsDone,
        row.getReason());
  }

  public int getRow() {
    return row;
  }

  public String getReference() {
    return reference;
  }

  public RowOutcome getOutcome() {
    return outcome;
  }

  public boolean isDone() {
    return done;
  }

  public Reason getReason() {
    return reason;
  }
}
