package org.tradehall.imports.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.service.ImportService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** The list of imports. */
@Named
@RequestScoped
public class ImportsView {
  @EJB ImportService imports;

  private final ListState state = new ListState(Map::of);
  private final SliceTable<ImportProgress> table =
      new SliceTable<>(state, (sort, descending, first, max) -> imports.search(first, max));

  public ListState getState() {
    return state;
  }

  public SliceTable<ImportProgress> getTable() {
    return table;
  }
}
