package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Facts;

/** A place where a business keeps stock and sells. Its time zone decides the business date. */
@Entity
@Table(name = "branches")
public class Branch extends BusinessOwned {

  private String code;
  private String name;

  @Column(name = "time_zone")
  private String timeZone;

  private boolean active;

  @Version private Integer version;

  protected Branch() {}

  /**
   * @param code short and without spaces; stands in the numbers of the branch's documents
   */
  public Branch(String code, String name, ZoneId timeZone) {
    this.code = code;
    this.name = name;
    this.timeZone = timeZone.getId();
    this.active = true;
  }

  /**
   * Renames the branch or gives it up. Its code stays, for it stands in the numbers of documents.
   *
   * @param newActive false if it takes no new documents any more
   */
  public void define(String newName, ZoneId newTimeZone, boolean newActive) {
    this.name = newName.strip();
    this.timeZone = newTimeZone.getId();
    this.active = newActive;
  }

  /** The day to which something done now belongs, in the branch's time zone. */
  public LocalDate businessDate(Instant now) {
    return LocalDate.ofInstant(now, getTimeZone());
  }

  public Facts facts() {
    return new Facts()
        .with("code", code)
        .with("name", name)
        .with("timeZone", timeZone)
        .with("active", active);
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public ZoneId getTimeZone() {
    return ZoneId.of(timeZone);
  }

  public boolean isActive() {
    return active;
  }

  public Integer getVersion() {
    return version;
  }
}
