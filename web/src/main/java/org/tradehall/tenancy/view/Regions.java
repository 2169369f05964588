package org.tradehall.tenancy.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The currencies, locales and time zones that a business may choose. */
@Named
@ApplicationScoped
public class Regions {
  /** Funds, metals and test codes, which nobody is paid in. */
  private static final Set<String> NO_MONEY =
      Set.of("XXX", "XTS", "XAU", "XAG", "XPD", "XPT", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC");

  private final List<SelectItem> currencies =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> !NO_MONEY.contains(currency.getCurrencyCode()))
          .filter(currency -> !currency.getDisplayName(Locale.ENGLISH).contains("("))
          .sorted(Comparator.comparing(Currency::getCurrencyCode))
          .map(c -> item(c.getCurrencyCode(), c.getCurrencyCode() + " – " + name(c)))
          .toList();

  private final List<SelectItem> locales =
      Stream.of(Locale.getAvailableLocales())
          .filter(locale -> locale.getCountry().length() == 2 && locale.getScript().isEmpty())
          .filter(locale -> locale.getVariant().isEmpty() && !locale.hasExtensions())
          .map(locale -> item(locale.toLanguageTag(), locale.getDisplayName(Locale.ENGLISH)))
          .sorted(Comparator.comparing(SelectItem::getLabel))
          .toList();

  private final List<SelectItem> zones =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> "UTC".equals(id) || id.matches("[A-Z][a-z]+/.*"))
          .sorted()
          .map(id -> item(id, id.replace('_', ' ')))
          .toList();

  private static String name(Currency currency) {
    return currency.getDisplayName(Locale.ENGLISH);
  }

  private static SelectItem item(String value, String label) {
    return new SelectItem(value, label);
  }

  public List<SelectItem> getCurrencies() {
    return currencies;
  }

  public List<SelectItem> getLocales() {
    return locales;
  }

  public List<SelectItem> getZones() {
    return zones;
  }
}
