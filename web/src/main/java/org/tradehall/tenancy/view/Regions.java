package org.tradehall.tenancy.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tradehall.shared.view.Language;

/** The currencies, locales and time zones that a business may choose, by their names. */
@Named
@RequestScoped
public class Regions {
  /** Funds, metals and test codes, which nobody is paid in. */
  private static final Set<String> NO_MONEY =
      Set.of("XXX", "XTS", "XAU", "XAG", "XPD", "XPT", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC");

  @Inject Language language;

  private List<SelectItem> currencies;
  private List<SelectItem> locales;
  private List<SelectItem> zones;

  public List<SelectItem> getCurrencies() {
    if (currencies == null) {
      currencies =
          Currency.getAvailableCurrencies().stream()
              .filter(currency -> !NO_MONEY.contains(currency.getCurrencyCode()))
              // Those that are out of use have their years in the name.
              .filter(currency -> !currency.getDisplayName(Locale.ENGLISH).contains("("))
              .sorted(Comparator.comparing(Currency::getCurrencyCode))
              .map(c -> item(c.getCurrencyCode(), c.getCurrencyCode() + " – " + name(c)))
              .toList();
    }
    return currencies;
  }

  private String name(Currency currency) {
    return currency.getDisplayName(language.getLocale());
  }

  public List<SelectItem> getLocales() {
    if (locales == null) {
      var own = language.getLocale();
      locales =
          Stream.of(Locale.getAvailableLocales())
              .filter(locale -> locale.getCountry().length() == 2 && locale.getScript().isEmpty())
              .filter(locale -> locale.getVariant().isEmpty() && !locale.hasExtensions())
              .map(locale -> item(locale.toLanguageTag(), locale.getDisplayName(own)))
              .sorted(Comparator.comparing(SelectItem::getLabel, Collator.getInstance(own)))
              .toList();
    }
    return locales;
  }

  public List<SelectItem> getZones() {
    if (zones == null) {
      zones =
          ZoneId.getAvailableZoneIds().stream()
              .filter(id -> "UTC".equals(id) || id.matches("[A-Z][a-z]+/.*"))
              .sorted()
              .map(id -> item(id, id.replace('_', ' ')))
              .toList();
    }
    return zones;
  }

  private static SelectItem item(String value, String label) {
    return new SelectItem(value, label);
  }
}
