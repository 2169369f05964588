package org.tradehall.parties.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Facts;

/** A person or firm that buys on its own name. The code is text and unique in the business. */
@Entity
@Table(name = "customers")
public class Customer extends BusinessOwned {

  private String code;
  private String name;
  private String email;
  private String phone;
  private String country;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** Written by the database alone. */
  @Column(name = "erased_at", insertable = false, updatable = false)
  private Instant erasedAt;

  @Version private Integer version;

  @Column(name = "code_key", insertable = false, updatable = false)
  private String codeKey;

  @Column(name = "name_key", insertable = false, updatable = false)
  private String nameKey;

  protected Customer() {}

  public Customer(String code, String name, Instant now) {
    this.code = code.strip();
    this.name = name.strip();
    this.createdAt = now;
  }

  public void rename(String newCode, String newName) {
    this.code = newCode.strip();
    this.name = newName.strip();
  }

  /** Each may be null or blank. */
  public void contact(String newEmail, String newPhone, String newCountry) {
    this.email = blankToNull(newEmail);
    this.phone = blankToNull(newPhone);
    this.country = blankToNull(newCountry);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public Facts facts() {
    return new Facts()
        .with("code", code)
        .withPersonal("name", name)
        .withPersonal("email", email)
        .withPersonal("phone", phone)
        .with("country", country);
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public String getPhone() {
    return phone;
  }

  public String getCountry() {
    return country;
  }

  /** Whether the person is forgotten; only the documents are left. */
  public boolean isErased() {
    return erasedAt != null;
  }

  public Integer getVersion() {
    return version;
  }
}
