package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
  }

  public Facts facts() {
    return new Facts()
        .with("name", name)
        .with("currency", currency)
        .with("locale", locale)
        .with("timeZone", timeZone)
        .with("pricesIncludeTax", pricesIncludeTax)
        .with("allowNegativeStock", allowNegativeStock);
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
}
