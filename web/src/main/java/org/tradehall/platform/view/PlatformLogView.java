package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.util.List;
import org.tradehall.audit.model.LogVerdict;
import org.tradehall.audit.service.LogRow;
import org.tradehall.audit.view.LogFilter;
import org.tradehall.audit.view.LogPage;
import org.tradehall.platform.service.PlatformLogService;

/** The log of what was done outside businesses, and the verification of all logs. */
@Named
@RequestScoped
public class PlatformLogView {

  private static final int ROWS = 50;

  @EJB PlatformLogService log;

  private final LogFilter filter = new LogFilter();
  private LogPage page;
  private Long id;
  private LogRow row;
  private List<LogVerdict> verdicts;

  public void load() {
    row = log.get(id);
  }

  public void verify() {
    verdicts = log.verify();
  }

  public LogPage getPage() {
    if (page == null) {
      page = new LogPage(filter, log.search(filter.query(ZoneOffset.UTC), ROWS + 1), ROWS);
    }
    return page;
  }

  /** Null unless this very request has verified. */
  public List<LogVerdict> getVerdicts() {
    return verdicts;
  }

  public boolean isWhole() {
    return verdicts != null && verdicts.stream().allMatch(LogVerdict::isWhole);
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
}
