package org.tradehall.imports.service;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.shared.model.RefusedException;

/** Executes a file of sales: each step is a document. */
final class SalesPlan implements ImportPlan {

  private final ImportMapping mapping;
  private final SaleLine.Reader reader;
  private final ProductNames names;
  private final SalePosting posting;

  SalesPlan(ImportMapping mapping, ZoneId zone, ProductNames names, SalePosting posting) {
    this.mapping = mapping;
    this.reader = new SaleLine.Reader(mapping, zone);
    this.names = names;
    this.posting = posting;
  }

  @Override
  public void post(List<ImportRow> rows) {
    var documents = new LinkedHashMap<String, List<SaleLine>>();
    for (var row : rows) {
      if (row.getOutcome() != RowOutcome.ERROR) {
        try {
          var line = reader.read(SourceRow.parse(row.getRowNumber(), row.getContent()));
          documents.computeIfAbsent(line.document(), unknown -> new ArrayList<>()).add(line);
        } catch (RowProblem problem) {
          throw (RefusedException)
              new RefusedException(problem.code(), problem.arguments().toArray())
                  .initCause(problem);
        }
      }
    }
    var booked =
        posting.post(
            documents.entrySet().stream()
                .map(document -> new ImportDocument(document.getKey(), document.getValue()))
                .toList(),
            mapping,
            names);
    rows.forEach(
        row ->
            row.turnOut(
                booked.contains(row.getReference()) ? RowOutcome.SKIPPED : RowOutcome.CREATED));
  }
}
