package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.BusinessOwned;

/**
 * Lets a program work for a member in one business. Only the SHA-256 of the secret is kept: the
 * secret is 256 random bits, so a slow hash would add nothing but time to every request.
 */
@Entity
@Table(name = "api_keys")
public class ApiKey extends BusinessOwned {

  /** The last use is written at most this often, so that reading does not cost a write. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private static final PermissionsConverter SCOPES = new PermissionsConverter();

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id", updatable = false)
  private User user;

  private String name;
  private String hint;
  private String permissions;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ApiKey() {}

  /**
   * @param hint the last characters of the key, by which people tell their keys apart
   */
  public ApiKey(User user, String name, String hint, byte[] secretHash, Instant now) {
    this.user = user;
    this.name = name.strip();
    this.hint = hint;
    this.secretHash = secretHash.clone();
    this.createdAt = now;
  }

  /** Limits it, for good. */
  public void limit(Set<Permission> scope, Instant end) {
    this.permissions = SCOPES.convertToDatabaseColumn(scope);
    this.expiresAt = end;
  }

  /** What it may do at most; all that its member may if that was never limited. */
  public Set<Permission> getScope() {
    return permissions == null
        ? EnumSet.allOf(Permission.class)
        : SCOPES.convertToEntityAttribute(permissions);
  }

  public boolean isGood(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Null if it does not end by itself. */
  public Instant getExpiresAt() {
    return expiresAt;
  }

  public void use(Instant now) {
    if (lastUsedAt == null || lastUsedAt.isBefore(now.minus(USE_NOTED_EVERY))) {
      lastUsedAt = now;
    }
  }

  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  public User getUser() {
    return user;
  }

  public String getName() {
    return name;
  }

  public String getHint() {
    return hint;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** Null while the key was never used. */
  public Instant getLastUsedAt() {
    return lastUsedAt;
  }
}
