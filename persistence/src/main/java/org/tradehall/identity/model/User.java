package org.tradehall.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/**
 * A person who can log in. Stands outside businesses; a {@link Membership} says where the person
 * works. The e-mail address is the login name, kept in lower case.
 */
@Entity
@Table(name = "users")
public class User {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String locale;
  private String region;
  private boolean active;

  @Column(name = "last_business_id")
  private Long lastBusinessId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private Integer version;

  protected User() {}

  public User(String email, String name, String passwordHash, Instant now) {
    this.email = canonical(email);
    this.name = name.strip();
    this.passwordHash = passwordHash;
    this.locale = "en";
    this.active = true;
    this.createdAt = now;
  }

  /** The form in which an address is stored and looked up. */
  public static String canonical(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  public void rehash(String newPasswordHash) {
    this.passwordHash = newPasswordHash;
  }

  /** Has proved to read mail at another address, by which the person logs in from now on. */
  public void moveTo(String newEmail) {
    this.email = canonical(newEmail);
  }

  /**
   * Chooses how pages speak to the person.
   *
   * @param language tag of the language
   * @param numbersAsIn tag of the locale in whose way numbers and dates are written; null for that
   *     of the business
   */
  public void prefer(String language, String numbersAsIn) {
    this.locale = language;
    this.region = numbersAsIn;
  }

  /** Remembers where the person works now, for the next login. */
  public void choose(Long businessId) {
    this.lastBusinessId = businessId;
  }

  public Long getId() {
    return id;
  }

  public String getEmail() {
    return email;
  }

  public String getName() {
    return name;
  }

  public String getPasswordHash() {
    return passwordHash;
  }

  /** Tag of the language. */
  public String getLocale() {
    return locale;
  }

  /** Tag of the locale in whose way numbers and dates are written; null for the business's. */
  public String getRegion() {
    return region;
  }

  public boolean isActive() {
    return active;
  }

  /** Null before the first choice. */
  public Long getLastBusinessId() {
    return lastBusinessId;
  }
}
