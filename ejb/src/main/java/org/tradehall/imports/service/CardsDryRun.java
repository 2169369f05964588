package org.tradehall.imports.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportRow;

/** The dry run of a file of cards: each row is a step. */
final class CardsDryRun implements DryRun {

  private final Long importId;
  private final Cards cards;
  private final Set<String> seen = new HashSet<>();
  private int steps;

  CardsDryRun(Long importId, Cards cards) {
    this.importId = importId;
    this.cards = cards;
  }

  @Override
  public List<ImportRow> check(List<SourceRow> rows) {
    cards.look(rows);
    var checked = new ArrayList<ImportRow>();
    rows.forEach(row -> checked.add(check(row)));
    return checked;
  }

  private ImportRow check(SourceRow row) {
    steps++;
    var code = row.text(cards.code());
    try {
      row.check();
      row.code(cards.code());
      if (!seen.add(code)) {
        throw new RowProblem("imports.row-twice", cards.code().key(), code);
      }
      var outcome = cards.change(row).outcome();
      return new ImportRow(importId, row.number(), steps, code, row.content(), outcome);
    } catch (RowProblem problem) {
      return row.refused(importId, steps, code, problem);
    }
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public FileTotals totals() {
    return FileTotals.NONE;
  }

  @Override
  public Set<Integer> spoiltSteps() {
    return Set.of();
  }
}
