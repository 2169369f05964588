package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A link that was mailed: whoever shows it can read mail at that address. It works once. */
@Entity
@Table(name = "user_tokens")
public class UserToken {

  /** What a link is for. */
  public enum Purpose {
    /** Choosing a new password without the old one. */
    PASSWORD(Duration.ofMinutes(10)),
    /** Making the address the account's. */
    EMAIL(Duration.ofMinutes(30)),
    /** Signing up with the address. */
    SIGN_UP(Duration.ofMinutes(30));

    private final Duration goodFor;

    Purpose(Duration goodFor) {
      this.goodFor = goodFor;
    }
  }

  @Id private String hash;

  @Column(name = "user_id")
  private Long userId;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  private String email;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected UserToken() {}

  /**
   * @param userId null if it is for somebody who has no account yet
   */
  public UserToken(String hash, Purpose purpose, Long userId, String email, Instant now) {
    this.hash = hash;
    this.purpose = purpose;
    this.userId = userId;
    this.email = email;
    this.createdAt = now;
    this.expiresAt = now.plus(purpose.goodFor);
  }

  public boolean isGood(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  public void use(Instant now) {
    usedAt = now;
  }

  public Purpose getPurpose() {
    return purpose;
  }

  /** Null if it is for somebody who has no account yet. */
  public Long getUserId() {
    return userId;
  }

  /** Where it was mailed to. */
  public String getEmail() {
    return email;
  }
}
