package org.tradehall.imports.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportKind;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.model.ImportState;

/**
 * An import.
 *
 * @param rows rows of the file, without its headings
 * @param rowsDone rows behind the mark, of the dry run or of the execution
 * @param documents documents, products or customers in the file; 0 until checked
 * @param outcomes rows by what becomes or became of them; absent in lists
 * @param totals what the dry run has summed up
 * @param problem why it failed or was interrupted; absent if it was not
 */
public record ImportJson(
    Long id,
    ImportKind kind,
    String fileName,
    ImportState state,
    String createdAt,
    String endedAt,
    int rows,
    int rowsDone,
    int percent,
    int documents,
    int documentsDone,
    Outcomes outcomes,
    Totals totals,
    String problem) {

  /** Rows by outcome. */
  public record Outcomes(long created, long updated, long skipped, long errors) {}

  /** Σ quantity × unit price, exact and unrounded. */
  public record Totals(
      int invoices, int creditNotes, BigDecimal sales, BigDecimal credits, BigDecimal amount) {

    static Totals of(FileTotals totals) {
      return new Totals(
          totals.invoices(),
          totals.creditNotes(),
          plain(totals.sales()),
          plain(totals.credits()),
          plain(totals.amount()));
    }

    private static BigDecimal plain(BigDecimal amount) {
      var stripped = amount.stripTrailingZeros();
      return stripped.setScale(Math.max(stripped.scale(), 2), RoundingMode.UNNECESSARY);
    }
  }

  /** What the file says and what stands in the books of the documents that it names. */
  public record Comparison(Totals file, Totals booked) {}

  static ImportJson ofList(ImportProgress progress) {
    return of(progress, null, null);
  }

  static ImportJson of(ImportProgress progress, String problem) {
    var outcomes =
        new Outcomes(
            progress.getCreated(),
            progress.getUpdated(),
            progress.getSkipped(),
            progress.getErrors());
    return of(progress, outcomes, problem);
  }

  private static ImportJson of(ImportProgress progress, Outcomes outcomes, String problem) {
    return new ImportJson(
        progress.id(),
        progress.kind(),
        progress.fileName(),
        progress.state(),
        progress.createdAt().toString(),
        progress.endedAt() == null ? null : progress.endedAt().toString(),
        progress.rowCount(),
        progress.rowsDone(),
        progress.getPercent(),
        progress.stepCount(),
        progress.stepsDone(),
        outcomes,
        Totals.of(progress.totals()),
        problem);
  }
}
