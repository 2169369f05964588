package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.platform.service.PlatformBusinessService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** All businesses of the installation, for the platform staff. */
@Named
@RequestScoped
public class BusinessesView {
  @EJB PlatformBusinessService businesses;

  private String text;
  private final ListState state = new ListState(this::filters);
  private final SliceTable<PlatformBusinessService.Row> table =
      new SliceTable<>(
          state, (sort, descending, first, max) -> businesses.search(text, first, max));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    return filters;
  }

  public boolean isUnfiltered() {
    return text == null || text.isBlank();
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<PlatformBusinessService.Row> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
