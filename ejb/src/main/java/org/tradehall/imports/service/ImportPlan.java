package org.tradehall.imports.service;

import java.util.List;
import org.tradehall.imports.model.ImportRow;

/** How the rows of one import are executed. */
interface ImportPlan {

  /**
   * Posts whole steps in the caller's transaction and lets each row say how it turned out.
   *
   * @param rows of one step or several, in order; those with an error are left out
   */
  void post(List<ImportRow> rows);
}
