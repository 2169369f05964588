package org.tradehall.audit.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last seal of a chain at some time. Kept outside the database, it proves later that the chain
 * was neither cut off nor written anew.
 *
 * @param businessId null for the platform's log
 * @param hash in hexadecimal digits
 */
public record LogHead(Long businessId, long sequence, String hash) {

  private static final String PLATFORM = "platform";
  private static final Pattern LINE =
      Pattern.compile("(" + PLATFORM + "|\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64})");

  /** The line of a file of heads: business, sequence and hash. */
  public String toLine() {
    return (businessId == null ? PLATFORM : businessId.toString()) + " " + sequence + " " + hash;
  }

  /** Empty for a blank line or a comment, which begins with a number sign. */
  public static Optional<LogHead> parse(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return Optional.empty();
    }
    var matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not the head of a log: " + line);
    }
    var business = matcher.group(1).equals(PLATFORM) ? null : Long.valueOf(matcher.group(1));
    return Optional.of(new LogHead(business, Long.parseLong(matcher.group(2)), matcher.group(3)));
  }
}
