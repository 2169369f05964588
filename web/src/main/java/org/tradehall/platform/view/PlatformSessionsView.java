package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.PlatformSessionService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;
import org.tradehall.shared.view.Texts;

/**
 * Where people are logged in. A button says which session it means, and not in which row it stands:
 * the rows change places whenever somebody does something.
 */
@Named
@RequestScoped
public class PlatformSessionsView {
  @EJB PlatformSessionService sessions;
  @Inject Texts texts;

  private String text;
  private final ListState state = new ListState(this::filters);
  private final SliceTable<PlatformSessionService.Row> table =
      new SliceTable<>(state, (sort, descending, first, max) -> sessions.search(text, first, max));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    return filters;
  }

  /** What the pressed button says. */
  public String end() {
    var one = Faces.getRequestParameter("end");
    var person = Faces.getRequestParameter("endAll");
    if (one != null) {
      sessions.end(one);
      Messages.addFlashGlobalInfo("{0}", texts.get("platform.sessionEnded"));
    } else if (person != null && person.matches("\\d{1,18}")) {
      sessions.endAll(Long.valueOf(person));
      Messages.addFlashGlobalInfo("{0}", texts.get("platform.sessionsEnded"));
    } else {
      return null;
    }
    return "/platform/sessions?faces-redirect=true&includeViewParams=true";
  }

  public ListState getState() {
    return state;
  }

  public SliceTable<PlatformSessionService.Row> getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
