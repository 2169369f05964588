package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The secret that a person's phone makes codes from (TOTP, RFC 6238). It counts once the person has
 * shown a code from it.
 */
@Entity
@Table(name = "second_factors")
public class SecondFactor {

  @Id
  @Column(name = "user_id")
  private Long userId;

  private byte[] secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

  protected SecondFactor() {}

  /**
   * @param sealed the secret, encrypted
   */
  public SecondFactor(Long userId, byte[] sealed, Instant now) {
    this.userId = userId;
    this.secret = sealed.clone();
    this.createdAt = now;
  }

  public void confirm(Instant now) {
    confirmedAt = now;
  }

  public boolean isOn() {
    return confirmedAt != null;
  }

  /** Encrypted. */
  public byte[] getSecret() {
    return secret.clone();
  }
}
