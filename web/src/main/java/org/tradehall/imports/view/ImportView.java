package org.tradehall.imports.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportKind;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.model.ReportRow;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.imports.service.ImportService;
import org.tradehall.shared.view.Texts;

/** One import: how far it is, what it does with each row, and starting, stopping, taking it up. */
@Named
@RequestScoped
public class ImportView {
  private static final int ROWS = 50;

  @EJB ImportService imports;
  @Inject Texts texts;
  @Inject ImportReport csv;

  private Long id;
  private RowOutcome outcome;
  private int behind;
  private ImportProgress progress;
  private List<ReportRow> report;
  private FileTotals booked;

  public String execute() {
    forget();
    imports.execute(id);
    return again();
  }

  public String stop() {
    forget();
    imports.stop(id);
    return again();
  }

  /** The buttons asked where it stands; if they are refused, the page tells where it stands now. */
  private void forget() {
    progress = null;
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

  /** Sends the report as a file, instead of a page. */
  public void download() throws IOException {
    imports.get(id);
    Faces.sendFile("import-" + id + ".csv", true, out -> csv.write(id, outcome, out));
  }

  /** Some rows of the report, errors unless other rows are asked for. */
  public List<ReportRow> getReport() {
    var rows = readReport();
    return rows.subList(0, Math.min(rows.size(), ROWS));
  }

  /** The number of the row behind which the report goes on; null where it ends. */
  public Integer getNext() {
    return readReport().size() > ROWS ? readReport().get(ROWS - 1).row() : null;
  }

  private List<ReportRow> readReport() {
    if (report == null) {
      report = imports.report(id, getShown(), behind, ROWS + 1);
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
    return texts.error(reason.code(), reason.arguments().toArray());
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

  /** Number of the row behind which the shown part of the report begins. */
  public int getBehind() {
    return behind;
  }

  public void setBehind(int behind) {
    this.behind = behind;
  }
}
