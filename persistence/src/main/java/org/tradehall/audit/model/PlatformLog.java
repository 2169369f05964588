package org.tradehall.audit.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A deed outside businesses: a login, a new password, an act of the platform staff. The application
 * adds to this log and cannot read it; the platform staff read it.
 */
@Entity
@Table(name = "platform_logs")
public class PlatformLog {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  @Embedded private LogEntry entry;

  protected PlatformLog() {}

  public PlatformLog(LogEntry entry) {
    this.entry = entry;
  }

  public Long getId() {
    return id;
  }

  public LogEntry getEntry() {
    return entry;
  }
}
