package org.tradehall.imports.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.RowOutcome;

/** The dry run of a file of sales: a step is a document, wherever its rows stand in the file. */
final class SalesDryRun implements DryRun {

  private final Long importId;
  private final SaleLine.Reader reader;
  private final KnownRecords known;
  private final Map<String, Integer> stepOfDocument = new HashMap<>();
  private final Map<Integer, String> customerOfStep = new HashMap<>();
  private final Set<Integer> spoilt = new HashSet<>();
  private final Set<String> booked = new HashSet<>();
  private final ControlTotals totals = new ControlTotals();
  private int steps;

  SalesDryRun(Long importId, SaleLine.Reader reader, KnownRecords known) {
    this.importId = importId;
    this.reader = reader;
    this.known = known;
  }

  @Override
  public List<ImportRow> check(List<SourceRow> rows) {
    var documents =
        rows.stream()
            .map(row -> row.text(ImportField.DOCUMENT))
            .filter(document -> !stepOfDocument.containsKey(document))
            .collect(Collectors.toSet());
    booked.addAll(known.bookedDocuments(documents));
    var checked = new ArrayList<ImportRow>();
    rows.forEach(row -> checked.add(check(row)));
    return checked;
  }

  private ImportRow check(SourceRow row) {
    var document = row.text(ImportField.DOCUMENT);
    var step =
        document.isEmpty() ? ++steps : stepOfDocument.computeIfAbsent(document, unknown -> ++steps);
    try {
      var line = reader.read(row);
      var customer = customerOfStep.putIfAbsent(step, line.customer());
      if (customer != null && !customer.equals(line.customer())) {
        throw new RowProblem("imports.document-customers", document, customer, line.customer());
      }
      totals.add(line);
      var outcome = booked.contains(document) ? RowOutcome.SKIPPED : RowOutcome.CREATED;
      return new ImportRow(importId, row.number(), step, document, row.content(), outcome);
    } catch (RowProblem problem) {
      spoilt.add(step);
      return row.refused(importId, step, document, problem);
    }
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public FileTotals totals() {
    return new FileTotals(
        totals.invoices(), totals.creditNotes(), totals.sales(), totals.credits());
  }

  @Override
  public Set<Integer> spoiltSteps() {
    return spoilt;
  }
}
