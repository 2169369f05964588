package org.tradehall.tenancy.view;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/** Opening a business: its name, and what decides how it counts. */
@Named
@RequestScoped
public class SetupView {
  @EJB BusinessService businesses;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private String name;
  private String locale = guessedLocale().toLanguageTag();
  private String currency = guessedCurrency();
  private String timeZone = "UTC";
  private boolean pricesIncludeTax = true;
  private boolean allowNegativeStock;
  private String taxName;
  private BigDecimal taxPercent = BigDecimal.ZERO;
  private String ownerEmail;

  @PostConstruct
  void begin() {
    taxName = texts.get("tenancy.usualTaxName");
  }

  public String open() {
    // A transaction belongs to one business: not to the one in which the person has worked so far.
    context.leave();
    var business = businesses.open(entered());
    BusinessChoice.remember(Faces.getRequest(), business.getId(), null);
    return "/app/dashboard?faces-redirect=true";
  }

  /** Opens it for somebody else. */
  public String found() {
    var business = businesses.found(entered(), ownerEmail);
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.invited", ownerEmail));
    return "/platform/business?faces-redirect=true&id=" + business.getId();
  }

  private NewBusiness entered() {
    return new NewBusiness(
        name,
        Currency.getInstance(currency),
        Locale.forLanguageTag(locale),
        ZoneId.of(timeZone),
        pricesIncludeTax,
        allowNegativeStock,
        taxName,
        taxPercent);
  }

  private static Locale guessedLocale() {
    var wanted = Faces.getRequest().getLocale();
    return wanted.getCountry().isEmpty() ? Locale.UK : wanted;
  }

  private static String guessedCurrency() {
    try {
      return Currency.getInstance(guessedLocale()).getCurrencyCode();
    } catch (IllegalArgumentException countryWithoutCurrency) {
      return "EUR";
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLocale() {
    return locale;
  }

  public void setLocale(String locale) {
    this.locale = locale;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public boolean isPricesIncludeTax() {
    return pricesIncludeTax;
  }

  public void setPricesIncludeTax(boolean pricesIncludeTax) {
    this.pricesIncludeTax = pricesIncludeTax;
  }

  public boolean isAllowNegativeStock() {
    return allowNegativeStock;
  }

  public void setAllowNegativeStock(boolean allowNegativeStock) {
    this.allowNegativeStock = allowNegativeStock;
  }

  public String getTaxName() {
    return taxName;
  }

  public void setTaxName(String taxName) {
    this.taxName = taxName;
  }

  public BigDecimal getTaxPercent() {
    return taxPercent;
  }

  public void setTaxPercent(BigDecimal taxPercent) {
    this.taxPercent = taxPercent;
  }

  public String getOwnerEmail() {
    return ownerEmail;
  }

  public void setOwnerEmail(String ownerEmail) {
    this.ownerEmail = ownerEmail;
  }
}
