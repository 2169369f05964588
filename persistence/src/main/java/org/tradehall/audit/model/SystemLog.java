package org.tradehall.audit.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tradehall.shared.model.BusinessOwned;

/** A deed in a business. Never changed, and deleted only by the retention of the log. */
@Entity
@Table(name = "system_logs")
public class SystemLog extends BusinessOwned {

  @Embedded private LogEntry entry;

  protected SystemLog() {}

  public SystemLog(LogEntry entry) {
    this.entry = entry;
  }

  public LogEntry getEntry() {
    return entry;
  }
}
