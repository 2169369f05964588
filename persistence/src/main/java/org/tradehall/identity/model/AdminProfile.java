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

  @Column(name = "created_at")
  private Instant createdAt;

  protected AdminProfile() {}

  public AdminProfile(User user, Instant now) {
    this.userId = user.getId();
    this.createdAt = now;
  }

  public Long getUserId() {
    return userId;
  }
}
