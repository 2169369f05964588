package org.tradehall.imports.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportKind;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.model.ReportRow;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.imports.service.ImportService;
import org.tradehall.shared.view.Messages;

/** One import: how far it is, what it does with each row, and starting, stopping, taking it up. */
@Named
@RequestScoped
public class ImportView {
  private static final int ROWS = 50;

  @EJB ImportService imports;
  @Inject Messages messages;

  private Long id;
  private RowOutcome outcome;
  private ImportProgress progress;
  private List<ReportRow> report;
  private FileTotals booked;

  public String execute() {
    imports.execute(id);
    return again();
  }

  public String stop() {
    imports.stop(id);
    return again();
  }

  private String again() {
    return "/app/imports/show?faces-redirect=true&id=" + id;
  }

  public ImportProgress getProgress() {
    if (progress == null) {
      progress = imports.get(id);
    }
    return progress;
  }

  /** The first rows of the report, errors unless other rows are asked for. */
  public List<ReportRow> getReport() {
    if (report == null) {
      report = imports.report(id, getShown(), 0, ROWS);
    }
    return report;
  }

  /** Errors first: they are what somebody has to mend. */
  public RowOutcome getShown() {
    if (outcome != null) {
      return outcome;
    }
    return getProgress().getErrors() > 0 ? RowOutcome.ERROR : null;
  }

  /** What stands in the books of the file's documents; asked for sales only. */
  public FileTotals getBooked() {
    if (booked == null) {
      booked = imports.booked(id);
    }
    return booked;
  }

  public boolean isOfSales() {
    return getProgress().kind() == ImportKind.SALES;
  }

  public RowOutcome[] getOutcomes() {
    return RowOutcome.values();
  }

  public String explain(Reason reason) {
    return messages.error(Locale.ENGLISH, reason.code(), reason.arguments().toArray());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public RowOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(RowOutcome outcome) {
    this.outcome = outcome;
  }
}
