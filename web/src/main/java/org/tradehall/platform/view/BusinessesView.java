package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.platform.service.PlatformBusinessService;
import org.tradehall.shared.view.ListState;
import org.tradehall.shared.view.SliceTable;
import org.tradehall.tenancy.model.BusinessStatus;

/** All businesses of the installation, for the platform staff. */
@Named
@RequestScoped
public class BusinessesView {
  @EJB PlatformBusinessService businesses;

  private String text;
  private BusinessStatus status;
  private final ListState state = new ListState(this::filters);
  private final SliceTable<PlatformBusinessService.Row> table =
      new SliceTable<>(
          state, (sort, descending, first, max) -> businesses.search(text, status, first, max));

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("q", text);
    filters.put("status", status == null ? null : status.name());
    return filters;
  }

  public boolean isUnfiltered() {
    return (text == null || text.isBlank()) && status == null;
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

  public BusinessStatus getStatus() {
    return status;
  }

  public void setStatus(BusinessStatus status) {
    this.status = status;
  }
}
