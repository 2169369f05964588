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
import java.util.regex.Pattern;

/**
 * A number as people of the business type it: with the decimal mark of their locale, with or
 * without grouping. What could be read in two ways is refused, never guessed.
 */
@Named
@ApplicationScoped
public class DecimalConverter implements Converter<BigDecimal> {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'\\u2019]");
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");

  @Inject Formats formats;
  @Inject Texts texts;

  @Override
  public BigDecimal getAsObject(FacesContext faces, UIComponent component, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var plain = plain(text, formats.getDecimalSeparator());
    if (!PLAIN.matcher(plain).matches()) {
      var label = component.getAttributes().get("label");
      var message = texts.format("shared.error.number", label);
      throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
    }
    return new BigDecimal(plain);
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, BigDecimal value) {
    return value == null ? "" : formats.decimal(value);
  }

  /** Rewrites the text with a point as decimal mark; leaves it unreadable if it is ambiguous. */
  static String plain(String text, String decimalMark) {
    var bare = BLANKS.matcher(text.strip()).replaceAll("");
    var groupMark = ",".equals(decimalMark) ? "." : ",";
    var group = Pattern.quote(groupMark);
    if (bare.matches("-?\\d{1,3}(" + group + "\\d{3})+(" + Pattern.quote(decimalMark) + "\\d+)?")) {
      bare = bare.replace(groupMark, "");
    }
    return bare.contains(groupMark) && !".".equals(groupMark) ? text : bare.replace(',', '.');
  }
}
