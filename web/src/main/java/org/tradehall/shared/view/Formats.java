package org.tradehall.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * Writes amounts, quantities and dates the way the current business is used to, or the person, if
 * he has chosen another way. Digits are 0 to 9 everywhere, as in codes and numbers of documents.
 */
@Named
@RequestScoped
public class Formats {
  /** Isolate what is between them from the direction of the text around it. */
  private static final String BEGIN = "\u2068";

  private static final String END = "\u2069";

  @Inject BusinessContext context;
  @Inject Language language;

  public String money(Money money) {
    return money == null ? "" : money(money, context.getCurrency());
  }

  public String money(Money money, Currency currency) {
    var amount = money.in(currency);
    var format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(currency);
    format.setMinimumFractionDigits(amount.scale());
    format.setMaximumFractionDigits(amount.scale());
    return shown(format.format(amount));
  }

  /** Signs and marks stay where they belong when the words around run from the right. */
  private String shown(String written) {
    return language.getDirection().equals("rtl") ? BEGIN + written + END : written;
  }

  /** A price of one unit: the currency's decimals, and more where they count. */
  public String price(BigDecimal price) {
    var plain = price.stripTrailingZeros();
    var digits = Math.max(plain.scale(), Money.digits(context.getCurrency()));
    return number(plain.setScale(digits, RoundingMode.UNNECESSARY));
  }

  /** The bare number, as it is typed into a field. */
  public String amount(Money money) {
    return money == null ? "" : decimal(money.in(context.getCurrency()));
  }

  public String quantity(Quantity quantity) {
    return quantity == null ? "" : number(quantity.getValue());
  }

  public String number(BigDecimal value) {
    return value == null ? "" : shown(grouped(value, true));
  }

  public String count(long value) {
    return NumberFormat.getIntegerInstance(locale()).format(value);
  }

  public String percent(BigDecimal value) {
    return value == null ? "" : shown(grouped(value.stripTrailingZeros(), true) + "%");
  }

  public String decimal(BigDecimal value) {
    return grouped(value, false);
  }

  private String grouped(BigDecimal value, boolean grouping) {
    var format = NumberFormat.getNumberInstance(locale());
    format.setGroupingUsed(grouping);
    format.setMinimumFractionDigits(Math.max(value.scale(), 0));
    format.setMaximumFractionDigits(Math.max(value.scale(), 0));
    return format.format(value);
  }

  public String date(LocalDate date) {
    return date == null
        ? ""
        : shown(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(ofDates())
                .format(date));
  }

  /** Such as 22 Nov, for the axis of a chart. */
  public String dayAndMonth(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMM", spoken()).format(date);
  }

  public String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale())
        .withZone(zone())
        .format(instant);
  }

  public String longDate(LocalDate date) {
    return shown(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(spoken()).format(date));
  }

  public String dateTime(Instant instant) {
    return instant == null
        ? ""
        : shown(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ofDates())
                .withZone(zone())
                .format(instant));
  }

  /** The name of a country by its ISO code; other text, as an import may bring, stays. */
  public String country(String code) {
    return code == null || code.length() != 2
        ? code
        : new Locale("", code).getDisplayCountry(language.getLocale());
  }

  public String getDecimalSeparator() {
    return String.valueOf(DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator());
  }

  /** As the person has chosen, or else as the language of the page has it. */
  private Locale ofDates() {
    return language.getRegion() == null ? spoken() : locale();
  }

  /** For what is words rather than figures: in the language of the page, as it is said there. */
  private Locale spoken() {
    return new Locale.Builder()
        .setLocale(locale())
        .setLanguage(language.getLocale().getLanguage())
        .build();
  }

  private Locale locale() {
    var chosen = language.getRegion();
    var usual = context.isEntered() ? context.getLocale() : Locale.UK;
    return new Locale.Builder()
        .setLocale(chosen == null ? usual : chosen)
        .setUnicodeLocaleKeyword("nu", "latn")
        .build();
  }

  private ZoneId zone() {
    return context.isEntered() ? context.getZone() : ZoneId.of("UTC");
  }
}
