package org.tradehall.replica.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in what the primary has ever written (its write-ahead log). What is written later has a
 * greater one; a replica that has replayed up to it shows all that was committed before.
 *
 * @param bytes from the beginning; 0 is before everything
 */
public record Position(long bytes) implements Comparable<Position> {

  public static final Position NONE = new Position(0);

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

  /** As PostgreSQL writes it: {@code 16/B374D848}. Empty if the text is none. */
  public static Optional<Position> parse(String text) {
    var parts = FORM.matcher(text == null ? "" : text.strip());
    return parts.matches()
        ? Optional.of(
            new Position(
                (Long.parseLong(parts.group(1), 16) << 32) + Long.parseLong(parts.group(2), 16)))
        : Optional.empty();
  }

  /** What PostgreSQL itself has told; nothing is before everything. */
  public static Position told(String text) {
    return parse(text).orElse(NONE);
  }

  public boolean isBehind(Position other) {
    return compareTo(other) < 0;
  }

  public Position orLater(Position other) {
    return isBehind(other) ? other : this;
  }

  @Override
  public int compareTo(Position other) {
    return Long.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%X/%X", bytes >>> 32, bytes & 0xFFFF_FFFFL);
  }
}
