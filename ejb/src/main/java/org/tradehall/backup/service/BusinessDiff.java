package org.tradehall.backup.service;

import java.util.List;

/**
 * What a restore changes in a business.
 *
 * @param tables those in which anything changes, by name
 */
public record BusinessDiff(List<TableDiff> tables) {

  /** What becomes of a row. */
  public enum Change {
    /** Is there now and was not then: goes. */
    GOES,
    /** Was there then and is not now: comes back. */
    RETURNS,
    /** Was otherwise: becomes as it was. */
    CHANGES
  }

  /** A row as people know it: number, name and the like. */
  public record Sample(Change change, String label) {}

  /**
   * A table in which something changes.
   *
   * @param samples the first few of its rows
   */
  public record TableDiff(
      String table, long going, long returning, long changing, List<Sample> samples) {

    boolean isSomething() {
      return going + returning + changing > 0;
    }
  }

  public boolean isEmpty() {
    return tables.isEmpty();
  }

  public long going() {
    return tables.stream().mapToLong(TableDiff::going).sum();
  }

  public long returning() {
    return tables.stream().mapToLong(TableDiff::returning).sum();
  }

  public long changing() {
    return tables.stream().mapToLong(TableDiff::changing).sum();
  }
}
