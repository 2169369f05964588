package org.tradehall.settings.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A value that is set for the whole installation. */
@Entity
@Table(name = "system_settings")
public class SystemSetting {

  @Id private String key;
  private String value;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected SystemSetting() {}

  public SystemSetting(Setting<?> setting, String value, Instant now) {
    this.key = setting.getKey();
    set(value, now);
  }

  public final void set(String newValue, Instant now) {
    this.value = newValue;
    this.changedAt = now;
  }

  public String getKey() {
    return key;
  }

  public String getValue() {
    return value;
  }
}
