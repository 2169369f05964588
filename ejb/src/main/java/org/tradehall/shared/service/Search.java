package org.tradehall.shared.service;

import java.util.Locale;
import java.util.Map;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/** What the lists have in common: bounds of a page, LIKE patterns, sort keys by name. */
public final class Search {

  public static final int MAX_ROWS = 200;

  private Search() {}

  /** A pattern for lower-case columns, in which what the user typed is taken literally. */
  public static String containing(String text) {
    return "%" + literal(text) + "%";
  }

  public static String startingWith(String text) {
    return literal(text) + "%";
  }

  private static String literal(String text) {
    var lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  public static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  public static int rows(int wanted) {
    return Math.max(1, Math.min(wanted, MAX_ROWS));
  }

  /**
   * An ORDER BY from the caller's word, by way of a list of what is allowed; ends with the id, so
   * that pages neither repeat nor lose a row.
   */
  public static String orderBy(
      Map<String, String> allowed, String sort, String otherwise, boolean descending, String id) {
    var key = isBlank(sort) ? otherwise : sort;
    var path = allowed.get(key);
    if (path == null) {
      throw new InvalidException(Violation.at("sort", "shared.unknown-sort", key));
    }
    var direction = descending ? " desc" : " asc";
    return " order by " + path + direction + ", " + id + direction;
  }
}
