package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Stands once for a code from the phone. Only its hash is kept. */
@Entity
@Table(name = "recovery_codes")
public class RecoveryCode {

  @Id private String hash;

  @Column(name = "user_id")
  private Long userId;

  @Column(name = "used_at")
  private Instant usedAt;

  protected RecoveryCode() {}

  public RecoveryCode(String hash, Long userId) {
    this.hash = hash;
    this.userId = userId;
  }
}
