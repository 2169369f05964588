package org.tradehall.settings.model;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * Something that can be set, and what may be set: its type, its default, and in which scopes. The
 * value is kept as text. Settings are constants of {@link Settings} and nowhere else.
 *
 * @param <T> type of the value
 */
public final class Setting<T> {

  private final String key;
  private final T fallback;
  private final List<String> choices;
  private final Set<Scope> scopes;
  private final Function<String, T> type;

  private Setting(
      String key, T fallback, List<String> choices, Set<Scope> scopes, Function<String, T> type) {
    this.key = key;
    this.fallback = fallback;
    this.choices = choices;
    this.scopes = scopes;
    this.type = type;
  }

  /** A whole number between two bounds, both included. */
  static Setting<Integer> number(String key, int fallback, int least, int most, Scope... scopes) {
    return new Setting<>(
        key, fallback, List.of(), Set.of(scopes), text -> number(key, text, least, most));
  }

  private static int number(String key, String text, int least, int most) {
    try {
      var value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw new InvalidException(Violation.at(key, "settings.number", least, most));
  }

  static Setting<Boolean> yesNo(String key, boolean fallback, Scope... scopes) {
    var choices = List.of("true", "false");
    return new Setting<>(
        key, fallback, choices, Set.of(scopes), text -> "true".equals(one(key, text, choices)));
  }

  static Setting<String> choice(
      String key, String fallback, List<String> choices, Scope... scopes) {
    return new Setting<>(key, fallback, choices, Set.of(scopes), text -> one(key, text, choices));
  }

  private static String one(String key, String text, List<String> choices) {
    if (!choices.contains(text)) {
      throw new InvalidException(Violation.at(key, "settings.choice"));
    }
    return text;
  }

  /**
   * Reads what was typed or kept.
   *
   * @throws InvalidException if that may not be set
   */
  public T parse(String text) {
    return type.apply(text.strip());
  }

  public String getKey() {
    return key;
  }

  public T getFallback() {
    return fallback;
  }

  /** The texts among which to choose; empty if the value is a number. */
  public List<String> getChoices() {
    return choices;
  }

  public boolean canBeSetIn(Scope scope) {
    return scopes.contains(scope);
  }

  @Override
  public String toString() {
    return key;
  }
}
