package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.platform.service.PlatformUserService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;

/** All people who can log in. */
@Named
@RequestScoped
public class UsersView {
  @EJB PlatformUserService users;

  private String text;
  private final ListState state = new ListState(this::filters);
  private final SliceTable<PlatformUserService.Row> table =
      new SliceTable<>(state, (sort, descending, first, max) -> users.search(text, first, max));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    return filters;
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<PlatformUserService.Row> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
