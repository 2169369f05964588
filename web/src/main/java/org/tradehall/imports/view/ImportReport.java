package org.tradehall.imports.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tradehall.imports.model.ReportRow;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.imports.service.ImportService;
import org.tradehall.shared.view.Texts;

/** Writes the report of an import as CSV, a page at a time, so that its length does not matter. */
@ApplicationScoped
public class ImportReport {

  @Inject ImportService imports;
  @Inject Texts texts;

  /**
   * @param outcome only these rows, or null for all
   */
  public void write(Long id, RowOutcome outcome, OutputStream out) throws IOException {
    var csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    csv.write("row,reference,outcome,done,reason\r\n");
    var rows = imports.report(id, outcome, 0, ImportService.MOST_REPORT_ROWS);
    while (!rows.isEmpty()) {
      for (var row : rows) {
        write(row, csv);
      }
      var last = rows.get(rows.size() - 1).row();
      rows = imports.report(id, outcome, last, ImportService.MOST_REPORT_ROWS);
    }
    csv.flush();
  }

  private void write(ReportRow row, Writer csv) throws IOException {
    csv.write(row.row() + "," + quoted(row.reference()) + "," + row.outcome() + "," + row.done());
    csv.write("," + (row.reason() == null ? "" : quoted(reason(row))) + "\r\n");
  }

  private String reason(ReportRow row) {
    return texts.error(row.reason().code(), row.reason().arguments().toArray());
  }

  /** What a spreadsheet would take for a formula gets an apostrophe in front. */
  static String quoted(String text) {
    var harmless = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
