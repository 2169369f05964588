package org.tradehall.settings.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.tradehall.shared.model.BusinessOwned;

/** A value that is set in a business: for all of it, for a branch, or for a person in it. */
@Entity
@Table(name = "business_settings")
public class BusinessSetting extends BusinessOwned {

  @Column(name = "branch_id", updatable = false)
  private Long branchId;

  @Column(name = "user_id", updatable = false)
  private Long userId;

  @Column(updatable = false)
  private String key;

  private String value;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected BusinessSetting() {}

  /**
   * @param branchId null unless it is the branch's
   * @param userId null unless it is the person's
   */
  public BusinessSetting(
      Long branchId, Long userId, Setting<?> setting, String value, Instant now) {
    this.branchId = branchId;
    this.userId = userId;
    this.key = setting.getKey();
    set(value, now);
  }

  public final void set(String newValue, Instant now) {
    this.value = newValue;
    this.changedAt = now;
  }

  public Long getBranchId() {
    return branchId;
  }

  public Long getUserId() {
    return userId;
  }

  public String getKey() {
    return key;
  }

  public String getValue() {
    return value;
  }
}
