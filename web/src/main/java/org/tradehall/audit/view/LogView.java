package org.tradehall.audit.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.audit.model.LogVerdict;
import org.tradehall.audit.service.LogRow;
import org.tradehall.audit.service.LogService;
import org.tradehall.tenancy.service.BusinessContext;

/** The system log of a business, and one entry of it. */
@Named
@RequestScoped
public class LogView {

  static final int ROWS = 50;

  @EJB LogService log;
  @Inject BusinessContext context;

  private final LogFilter filter = new LogFilter();
  private LogPage page;
  private Long id;
  private LogRow row;
  private LogVerdict verdict;

  public void load() {
    row = log.get(id);
  }

  public void verify() {
    verdict = log.verify();
  }

  public LogPage getPage() {
    if (page == null) {
      page = new LogPage(filter, log.search(filter.query(context.getZone()), ROWS + 1), ROWS);
    }
    return page;
  }

  public List<SelectItem> getPeople() {
    return log.people().stream().map(user -> new SelectItem(user.getId(), user.getName())).toList();
  }

  public LogFilter getFilter() {
    return filter;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public LogRow getRow() {
    return row;
  }

  /** Null unless this very request has verified. */
  public LogVerdict getVerdict() {
    return verdict;
  }
}
