package org.tradehall.shared.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is true of a thing, by name, for the log to compare before and after. Secrets are refused;
 * of personal data the log keeps that it was there, not what it was, for the log is kept longer
 * than a person may want to be known.
 */
public final class Facts {

  /** Stands for a personal value. */
  public static final String UNTOLD = "•••";

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|passwd|secret|token|hash|otp|recovery|cvv|cardnumber).*");

  private final SortedMap<String, String> values = new TreeMap<>();
  private final TreeSet<String> personal = new TreeSet<>();

  /** Nothing yet. */
  public Facts() {}

  /**
   * @param value its text is kept; null if there is none
   * @throws IllegalArgumentException if the name is that of a secret
   */
  public Facts with(String name, Object value) {
    if (SECRET.matcher(name).matches()) {
      throw new IllegalArgumentException("A secret does not belong in the log: " + name);
    }
    values.put(name, value == null ? null : value.toString());
    return this;
  }

  /** A name, an address and the like. */
  public Facts withPersonal(String name, Object value) {
    personal.add(name);
    return with(name, value);
  }

  /** Those facts that the other ones do not have, or have otherwise; personal values untold. */
  public SortedMap<String, String> notIn(Facts other) {
    var differing = new TreeMap<String, String>();
    values.forEach(
        (name, value) -> {
          if (!Objects.equals(value, other.values.get(name))) {
            differing.put(name, value != null && personal.contains(name) ? UNTOLD : value);
          }
        });
    return Collections.unmodifiableSortedMap(differing);
  }
}
