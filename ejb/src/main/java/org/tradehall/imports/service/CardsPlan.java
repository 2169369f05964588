package org.tradehall.imports.service;

import java.util.List;
import org.tradehall.imports.model.ImportRow;
import org.tradehall.imports.model.Reason;
import org.tradehall.imports.model.RowOutcome;

/** Executes a file of cards. What has changed since the dry run is looked at again. */
final class CardsPlan implements ImportPlan {

  private final Cards cards;

  CardsPlan(Cards cards) {
    this.cards = cards;
  }

  @Override
  public void post(List<ImportRow> rows) {
    var good = rows.stream().filter(row -> row.getOutcome() != RowOutcome.ERROR).toList();
    cards.look(good.stream().map(CardsPlan::source).toList());
    for (var row : good) {
      try {
        var change = cards.change(source(row));
        change.apply().run();
        row.turnOut(change.outcome());
      } catch (RowProblem problem) {
        row.refuse(Reason.of(problem.code(), problem.arguments().toArray()));
      }
    }
  }

  private static SourceRow source(ImportRow row) {
    return SourceRow.parse(row.getRowNumber(), row.getContent());
  }
}
