package org.tradehall.imports.model;

import java.time.Instant;
import java.util.Map;

/**
 * Where an import stands, as a page or an answer shows it. Getters, because EL wants them.
 *
 * @param state as it is now; a job whose server died is interrupted
 * @param outcomes number of rows by what becomes or became of them; empty until checked, and in
 *     lists
 * @param problem why it failed or was interrupted, or null
 */
public record ImportProgress(
    Long id,
    ImportKind kind,
    String fileName,
    ImportState state,
    Instant createdAt,
    Instant endedAt,
    int rowCount,
    int rowsDone,
    int stepCount,
    int stepsDone,
    FileTotals totals,
    Map<RowOutcome, Long> outcomes,
    Reason problem) {

  /**
   * @param thisNode see {@link Import#state}
   */
  public static ImportProgress of(
      Import imported, String thisNode, Instant now, Map<RowOutcome, Long> outcomes) {
    var state = imported.state(thisNode, now);
    var died = state == ImportState.INTERRUPTED && imported.getProblem() == null;
    return new ImportProgress(
        imported.getId(),
        imported.getKind(),
        imported.getFileName(),
        state,
        imported.getCreatedAt(),
        imported.getEndedAt(),
        imported.getRowCount(),
        imported.getRowsDone(),
        imported.getStepCount(),
        imported.getStepsDone(),
        imported.getTotals(),
        outcomes,
        died ? Reason.of("imports.interrupted") : imported.getProblem());
  }

  public Long getId() {
    return id;
  }

  public ImportKind getKind() {
    return kind;
  }

  public String getFileName() {
    return fileName;
  }

  public ImportState getState() {
    return state;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** Null while it is not over. */
  public Instant getEndedAt() {
    return endedAt;
  }

  public int getRowCount() {
    return rowCount;
  }

  public int getRowsDone() {
    return rowsDone;
  }

  /** Documents, products or customers in the file; 0 until checked. */
  public int getStepCount() {
    return stepCount;
  }

  public int getStepsDone() {
    return stepsDone;
  }

  /** Rows done of 100, of the dry run or of the execution. */
  public int getPercent() {
    return rowCount == 0 ? 100 : (int) (100L * rowsDone / rowCount);
  }

  public FileTotals getTotals() {
    return totals;
  }

  public long getCreated() {
    return outcomes.getOrDefault(RowOutcome.CREATED, 0L);
  }

  public long getUpdated() {
    return outcomes.getOrDefault(RowOutcome.UPDATED, 0L);
  }

  public long getSkipped() {
    return outcomes.getOrDefault(RowOutcome.SKIPPED, 0L);
  }

  public long getErrors() {
    return outcomes.getOrDefault(RowOutcome.ERROR, 0L);
  }

  public Reason getProblem() {
    return problem;
  }

  /** Whether a server is at work on it. */
  public boolean isAtWork() {
    return state.isAtWork();
  }

  /** Whether the execution can be started, or what broke off be taken up again. */
  public boolean isExecutable() {
    return state == ImportState.CHECKED
        || state == ImportState.STOPPED
        || state == ImportState.INTERRUPTED;
  }
}
