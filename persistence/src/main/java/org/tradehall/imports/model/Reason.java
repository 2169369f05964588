package org.tradehall.imports.model;

import java.util.Arrays;
import java.util.List;

/**
 * Why a row or a file was not taken in, kept as one text.
 *
 * @param code key of the message, see {@code DomainException}
 * @param arguments what the message names
 */
public record Reason(String code, List<String> arguments) {

  private static final String BETWEEN = "\u001f";
  private static final int LONGEST_ARGUMENT = 500;

  /** Long arguments are cut. */
  public static Reason of(String code, Object... arguments) {
    return new Reason(code, Arrays.stream(arguments).map(Reason::text).toList());
  }

  private static String text(Object argument) {
    var text = String.valueOf(argument).replace(BETWEEN, "").replace("\0", "");
    return text.length() > LONGEST_ARGUMENT ? text.substring(0, LONGEST_ARGUMENT) : text;
  }

  static Reason parse(String stored) {
    if (stored == null) {
      return null;
    }
    var parts = List.of(stored.split(BETWEEN, -1));
    return new Reason(parts.get(0), parts.subList(1, parts.size()));
  }

  String stored() {
    return arguments.isEmpty() ? code : code + BETWEEN + String.join(BETWEEN, arguments);
  }

  public String getCode() {
    return code;
  }

  public List<String> getArguments() {
    return arguments;
  }
}
