package org.tradehall.shared.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/** Reads query parameters; what cannot be read is refused by the parameter's name. */
public final class Parameters {

  private Parameters() {}

  /**
   * @param text a date as ISO 8601 writes it; null or blank for none
   */
  public static LocalDate date(String name, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw (InvalidException)
          new InvalidException(Violation.at(name, "shared.date", text)).initCause(e);
    }
  }

  /**
   * @param text name of one of the values; null or blank for none
   */
  public static <E extends Enum<E>> E choice(Class<E> type, String name, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var values = type.getEnumConstants();
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new InvalidException(
                    Violation.at(name, "shared.choice", text, Arrays.toString(values))));
  }
}
