package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A key on a device of a person, by which he logs in without a password (WebAuthn). The device asks
 * for a finger, a face or a code before it uses the key, so it stands for both steps of a login.
 */
@Entity
@Table(name = "passkeys")
public class Passkey {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  @Column(name = "user_id", updatable = false)
  private Long userId;

  @Column(name = "user_handle", updatable = false)
  private String userHandle;

  @Column(updatable = false)
  private String credential;

  @Column(name = "public_key", updatable = false)
  private byte[] publicKey;

  @Column(name = "signature_count")
  private long signatureCount;

  private String name;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected Passkey() {}

  /**
   * @param userHandle how devices name the person, in base 64 for addresses
   * @param name what the person calls it
   */
  public Passkey(Long userId, String userHandle, String name, Instant now) {
    this.userId = userId;
    this.userHandle = userHandle;
    this.name = name.strip();
    this.createdAt = now;
  }

  /**
   * @param id of the key, in base 64 for addresses
   * @param key its public half (COSE)
   * @param uses how often the device says that it has used it
   */
  public Passkey madeOf(String id, byte[] key, long uses) {
    this.credential = id;
    this.publicKey = key.clone();
    this.signatureCount = uses;
    return this;
  }

  public void rename(String newName) {
    this.name = newName.strip();
  }

  public Long getId() {
    return id;
  }

  public Long getUserId() {
    return userId;
  }

  /** How devices name the person, in base 64 for addresses. */
  public String getUserHandle() {
    return userHandle;
  }

  /** Its id on the device, in base 64 for addresses. */
  public String getCredential() {
    return credential;
  }

  /** Its public half (COSE). */
  public byte[] getPublicKey() {
    return publicKey.clone();
  }

  /** How often the device says that it has used it; 0 for ever on devices that do not count. */
  public long getSignatureCount() {
    return signatureCount;
  }

  public String getName() {
    return name;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** Null if it never was. */
  public Instant getLastUsedAt() {
    return lastUsedAt;
  }
}
