package org.tradehall.imports.service;

import java.util.List;
import java.util.Set;
import org.tradehall.imports.model.FileTotals;
import org.tradehall.imports.model.ImportRow;

/** Goes through a file from its first row to its last and says what would become of each. */
interface DryRun {

  /** The rows as they are to be kept, each with its step and outcome, in the order given. */
  List<ImportRow> check(List<SourceRow> rows);

  /** How many steps there have been so far. */
  int steps();

  FileTotals totals();

  /** Steps of which a row was refused and which are therefore left out with all their rows. */
  Set<Integer> spoiltSteps();
}
