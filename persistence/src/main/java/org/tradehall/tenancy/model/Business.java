package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.tradehall.shared.model.Facts;

/** A shop or wholesaler: the tenant. All its amounts are in its one currency. */
@Entity
@Table(name = "businesses")
public class Business {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String name;

  @Column(updatable = false)
  private String currency;

  private String locale;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "prices_include_tax")
  private boolean pricesIncludeTax;

  @Column(name = "allow_negative_stock")
  private boolean allowNegativeStock;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Enumerated(EnumType.STRING)
  private BusinessStatus status;

  @Column(name = "status_reason")
  private String statusReason;

  @Column(name = "status_since")
  private Instant statusSince;

  @Version private Integer version;

  protected Business() {}

  /**
   * @param currency cannot be changed later, for no amount says its currency by itself
   * @param pricesIncludeTax whether prices are entered and shown with tax (retail) or without
   * @param allowNegativeStock whether more may be sold than is on hand
   */
  public Business(
      String name,
      Currency currency,
      Locale locale,
      ZoneId timeZone,
      boolean pricesIncludeTax,
      boolean allowNegativeStock,
      Instant now) {
    this.name = name.strip();
    this.currency = currency.getCurrencyCode();
    this.locale = locale.toLanguageTag();
    this.timeZone = timeZone.getId();
    this.pricesIncludeTax = pricesIncludeTax;
    this.allowNegativeStock = allowNegativeStock;
    this.createdAt = now;
    this.status = BusinessStatus.ACTIVE;
  }

  /**
   * Suspends, resumes or closes the business.
   *
   * @param reason shown to its people; null when it is active again
   */
  public void become(BusinessStatus newStatus, String reason, Instant now) {
    this.status = newStatus;
    this.statusReason = reason == null ? null : reason.strip();
    this.statusSince = now;
  }

  /** What the owner may change later. The currency is not among it. */
  public void define(
      String newName, Locale newLocale, boolean newPricesIncludeTax, boolean newNegativeStock) {
    this.name = newName.strip();
    this.locale = newLocale.toLanguageTag();
    this.pricesIncludeTax = newPricesIncludeTax;
    this.allowNegativeStock = newNegativeStock;
  }

  public Facts facts() {
    return new Facts()
        .with("name", name)
        .with("currency", currency)
        .with("locale", locale)
        .with("timeZone", timeZone)
        .with("pricesIncludeTax", pricesIncludeTax)
        .with("allowNegativeStock", allowNegativeStock)
        .with("status", status)
        .with("statusReason", statusReason);
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Currency getCurrency() {
    return Currency.getInstance(currency);
  }

  public Locale getLocale() {
    return Locale.forLanguageTag(locale);
  }

  public ZoneId getTimeZone() {
    return ZoneId.of(timeZone);
  }

  public boolean isPricesIncludeTax() {
    return pricesIncludeTax;
  }

  public boolean isAllowNegativeStock() {
    return allowNegativeStock;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public BusinessStatus getStatus() {
    return status;
  }

  /** Whether it takes anything new. */
  public boolean isActive() {
    return status == BusinessStatus.ACTIVE;
  }

  /** Null while nothing was ever said. */
  public String getStatusReason() {
    return statusReason;
  }

  /** Null while it has been active from the start. */
  public Instant getStatusSince() {
    return statusSince;
  }

  public Integer getVersion() {
    return version;
  }
}
