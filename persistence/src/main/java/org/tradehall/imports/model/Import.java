package org.tradehall.imports.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.RefusedException;

/**
 * A file on its way into the books. It is uploaded, checked (the dry run), then executed step by
 * step; a step is a document with all its rows, or a single product or customer. Each transaction
 * posts some steps and moves the mark, so that a job that was stopped or killed goes on exactly
 * where it was.
 *
 * <p>Whoever changes it holds the row's lock. The node that works on it leaves a sign of life with
 * every transaction.
 */
@Entity
@Table(name = "imports")
public class Import extends BusinessOwned {

  /** A node that gave no sign of life for so long is taken for dead. */
  static final Duration SILENCE = Duration.ofSeconds(90);

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ImportKind kind;

  @Column(updatable = false)
  private String mapping;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Enumerated(EnumType.STRING)
  private ImportState state = ImportState.UPLOADED;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private Long createdBy;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String node;

  @Column(name = "heartbeat_at")
  private Instant heartbeatAt;

  @Column(name = "row_count", updatable = false)
  private int rowCount;

  @Column(name = "rows_done")
  private int rowsDone;

  @Column(name = "step_count")
  private int stepCount;

  @Column(name = "steps_done")
  private int stepsDone;

  private int invoices;

  @Column(name = "credit_notes")
  private int creditNotes;

  private BigDecimal sales = BigDecimal.ZERO;
  private BigDecimal credits = BigDecimal.ZERO;
  private String problem;
  @Version private Integer version;

  protected Import() {}

  /**
   * @param mapping the settings by which the file is read, as text
   * @param rowCount rows of the file, without its headings
   * @param createdBy id of the user
   */
  public Import(
      ImportKind kind,
      String mapping,
      String fileName,
      int rowCount,
      Instant createdAt,
      Long createdBy) {
    this.kind = kind;
    this.mapping = mapping;
    this.fileName = fileName;
    this.rowCount = rowCount;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  /** Begins the dry run, from the first row. */
  public void beginCheck(String byNode, Instant now) {
    refuseUnless(state(byNode, now) == ImportState.UPLOADED || isInterruptedCheck(byNode, now));
    state = ImportState.CHECKING;
    rowsDone = 0;
    problem = null;
    endedAt = null;
    sign(byNode, now);
  }

  /** Whether the dry run broke off and must begin anew before anything else. */
  public boolean isInterruptedCheck(String byNode, Instant now) {
    return stepCount == 0 && state(byNode, now) == ImportState.INTERRUPTED;
  }

  /** Notes that the dry run has seen some more rows. */
  public void checked(int rows, Instant now) {
    rowsDone += rows;
    heartbeatAt = now;
  }

  /** Ends the dry run with what it found. */
  public void endCheck(int steps, FileTotals totals, Instant now) {
    stepCount = steps;
    invoices = totals.invoices();
    creditNotes = totals.creditNotes();
    sales = totals.sales();
    credits = totals.credits();
    rowsDone = 0;
    state = ImportState.CHECKED;
    heartbeatAt = now;
  }

  /**
   * Begins or goes on with the execution.
   *
   * @throws RefusedException if it is not checked, over, or at work
   */
  public void execute(String byNode, Instant now) {
    var current = state(byNode, now);
    refuseUnless(
        current == ImportState.CHECKED
            || current == ImportState.STOPPED
            || (current == ImportState.INTERRUPTED && stepCount > 0));
    state = ImportState.RUNNING;
    problem = null;
    endedAt = null;
    sign(byNode, now);
  }

  private void refuseUnless(boolean allowed) {
    if (!allowed) {
      throw new RefusedException("imports.state-wrong");
    }
  }

  private void sign(String byNode, Instant now) {
    node = byNode;
    heartbeatAt = now;
  }

  /** Moves the mark behind some more steps and their rows. */
  public void advance(int steps, int rows, Instant now) {
    stepsDone += steps;
    rowsDone += rows;
    heartbeatAt = now;
    if (stepsDone == stepCount) {
      end(ImportState.COMPLETED, now);
    }
  }

  /** Stops the execution between two transactions. */
  public void stop(Instant now) {
    refuseUnless(state == ImportState.RUNNING);
    end(ImportState.STOPPED, now);
  }

  /** Notes that the work broke off for a reason that is not the file's; it can go on. */
  public void interrupt(Reason reason, Instant now) {
    problem = reason.stored();
    end(ImportState.INTERRUPTED, now);
  }

  /** Notes that the file cannot be taken in. */
  public void fail(Reason reason, Instant now) {
    problem = reason.stored();
    end(ImportState.FAILED, now);
  }

  private void end(ImportState last, Instant now) {
    state = last;
    endedAt = now;
    node = null;
  }

  /** Whether this node is the one that works on it. */
  public boolean isWorkOf(String thisNode) {
    return state.isAtWork() && thisNode.equals(node);
  }

  /**
   * The state as it is, which is not as it was written if the node that worked on it has died.
   *
   * @param thisNode name and start of the asking node, {@code name/start}: what an earlier start of
   *     the same node has left is dead at once
   */
  public ImportState state(String thisNode, Instant now) {
    if (!state.isAtWork() || thisNode.equals(node)) {
      return state;
    }
    var sameName = node.startsWith(thisNode.substring(0, thisNode.lastIndexOf('/') + 1));
    var silent = heartbeatAt.plus(SILENCE).isBefore(now);
    return sameName || silent ? ImportState.INTERRUPTED : state;
  }

  /** The state as it was written last. */
  public ImportState getState() {
    return state;
  }

  public ImportKind getKind() {
    return kind;
  }

  public String getMapping() {
    return mapping;
  }

  public String getFileName() {
    return fileName;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Long getCreatedBy() {
    return createdBy;
  }

  /** Null while it is not over. */
  public Instant getEndedAt() {
    return endedAt;
  }

  /** Rows of the file, without its headings. */
  public int getRowCount() {
    return rowCount;
  }

  /** Rows behind the mark, of the dry run or of the execution. */
  public int getRowsDone() {
    return rowsDone;
  }

  public int getStepCount() {
    return stepCount;
  }

  public int getStepsDone() {
    return stepsDone;
  }

  /** What the dry run has summed up. */
  public FileTotals getTotals() {
    return new FileTotals(invoices, creditNotes, sales, credits);
  }

  /** Why it failed or was interrupted; null if it was not. */
  public Reason getProblem() {
    return Reason.parse(problem);
  }
}
