package org.tradehall.audit.service;

import java.time.DateTimeException;
import java.time.Instant;

/** A place in a log that is read from the newest entry to the oldest. */
public record LogMark(Instant recordedAt, long id) {

  /** The form that stands in addresses. */
  @Override
  public String toString() {
    return recordedAt + "_" + id;
  }

  /** Null for what is no mark: somebody typed it. */
  public static LogMark parse(String text) {
    var cut = text == null ? -1 : text.indexOf('_');
    try {
      return cut < 0
          ? null
          : new LogMark(
              Instant.parse(text.substring(0, cut)), Long.parseLong(text.substring(cut + 1)));
    } catch (DateTimeException | NumberFormatException typedByHand) {
      return null;
    }
  }
}
