package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Makes a user a member of the platform staff. */
@Entity
@Table(name = "admin_profiles")
public class AdminProfile {

  @Id
  @Column(name = "user_id")
  private Long userId;

  @Column(name = "admin_role_id")
  private Long adminRoleId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AdminProfile() {}

  /**
   * @param adminRoleId what the person may do
   */
  public AdminProfile(Long userId, Long adminRoleId, Instant now) {
    this.userId = userId;
    this.adminRoleId = adminRoleId;
    this.createdAt = now;
  }

  public void assign(Long newAdminRoleId) {
    this.adminRoleId = newAdminRoleId;
  }

  public Long getAdminRoleId() {
    return adminRoleId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Long getUserId() {
    return userId;
  }
}
