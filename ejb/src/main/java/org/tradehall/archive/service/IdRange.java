package org.tradehall.archive.service;

/** From the smallest to the largest of some ids. */
final class IdRange {

  /** The most that an id may be: so many can be given here at once. */
  private static final long LARGEST = 1_000_000_000_000L;

  private long smallest = LARGEST;
  private long largest = 1;

  static boolean isId(long id) {
    return id >= 1 && id <= LARGEST;
  }

  void include(long id) {
    smallest = Math.min(smallest, id);
    largest = Math.max(largest, id);
  }

  /** How many ids stand before the smallest. */
  long before() {
    return Math.min(smallest, largest) - 1;
  }

  /** How many ids there may be in it, at least 1. */
  long width() {
    return largest - before();
  }
}
