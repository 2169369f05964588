package org.tradehall.imports.service;

import java.util.List;
import org.tradehall.imports.model.RowOutcome;

/** Files of which each row is the card of one thing, a product or a customer, found by its code. */
interface Cards {

  /** The field that holds the code. */
  ImportField code();

  /** Looks up what the business has of these rows. */
  void look(List<SourceRow> rows);

  /**
   * What is to be done with one of the rows looked up.
   *
   * @throws RowProblem if the row cannot be taken in
   */
  Change change(SourceRow row) throws RowProblem;

  /** A card to be made, changed or left alone. */
  record Change(RowOutcome outcome, Runnable apply) {}
}
