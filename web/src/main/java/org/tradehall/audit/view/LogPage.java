package org.tradehall.audit.view;

import java.util.List;
import org.tradehall.audit.service.LogRow;

/** The entries of one page of a log, and the way to the older ones. */
public class LogPage {

  private final LogFilter filter;
  private final List<LogRow> found;
  private final int rows;

  /**
   * @param found one more than {@code rows} if there are older ones
   */
  public LogPage(LogFilter filter, List<LogRow> found, int rows) {
    this.filter = filter;
    this.found = found;
    this.rows = rows;
  }

  public List<LogRow> getEntries() {
    return found.subList(0, Math.min(rows, found.size()));
  }

  /** Null if there are none. */
  public String getOlder() {
    return found.size() <= rows ? null : filter.addressAfter(found.get(rows - 1).mark());
  }

  /** Null on the first page. */
  public String getNewest() {
    return filter.isContinued() ? filter.addressAfter(null) : null;
  }
}
