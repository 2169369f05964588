package org.tradehall.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people of the business type it: with the decimal mark of their locale, with or
 * without grouping, in the digits of any script. What could be read in two ways is refused, never
 * guessed.
 */
@Named
@ApplicationScoped
public class DecimalConverter implements Converter<BigDecimal> {
  private static final int LONGEST = 100;

  /** Spaces and apostrophes that group digits, and the marks that turn the writing direction. */
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00a0\\u202f'\\u2019\\u061c\\u200e\\u200f\\u2066-\\u2069]");

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");

  @Inject Formats formats;
  @Inject Texts texts;

  @Override
  public BigDecimal getAsObject(FacesContext faces, UIComponent component, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return number(text, formats.getDecimalSeparator())
        .orElseThrow(
            () -> {
              var label = component.getAttributes().get("label");
              var message = texts.format("shared.error.number", label);
              return new ConverterException(
                  new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
            });
  }

  /** Empty if it is no number, or might be two. */
  static Optional<BigDecimal> number(String text, String decimalMark) {
    var plain = plain(text, decimalMark);
    return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, BigDecimal value) {
    return value == null ? "" : formats.decimal(value);
  }

  /** Rewrites the text with a point as decimal mark; leaves it unreadable if it is ambiguous. */
  private static String plain(String text, String decimalMark) {
    if (text.length() > LONGEST) {
      return text;
    }
    var groupMark = ",".equals(decimalMark) ? "." : ",";
    var bare = BLANKS.matcher(western(text, decimalMark, groupMark)).replaceAll("");
    var group = Pattern.quote(groupMark);
    if (bare.matches("-?\\d{1,3}(" + group + "\\d{3})+(" + Pattern.quote(decimalMark) + "\\d+)?")) {
      bare = bare.replace(groupMark, "");
    }
    return bare.contains(groupMark) && !".".equals(groupMark) ? text : bare.replace(',', '.');
  }

  /** Arabic and other digits as 0 to 9, and the marks that go with them as those of the locale. */
  private static String western(String text, String decimalMark, String groupMark) {
    var digits = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(digits::appendCodePoint);
    return digits
        .toString()
        .replace("\u066b", decimalMark)
        .replace("\u066c", groupMark)
        .replace('\u2212', '-');
  }
}
