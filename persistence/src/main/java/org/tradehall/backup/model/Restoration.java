package org.tradehall.backup.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A restore of one business, as the catalogue knows it.
 *
 * @param business its name at that time
 * @param backupId what it is brought back from; null for the undoing of an earlier one
 * @param undoOf the restore that is undone; null for others
 * @param takenAt the moment to which the business is brought back
 * @param problem code and arguments of the message why it failed; empty unless it did
 * @param endedAt null while it is under way
 * @param diff what it changes, as JSON; null before that is known
 * @param durations of its steps, by their names
 * @param sourceFile the rows that it brings back; null once they are deleted
 * @param undoFile the rows that were there before; null before, and once they are deleted
 */
public record Restoration(
    long id,
    long businessId,
    String business,
    Long backupId,
    Long undoOf,
    Instant takenAt,
    Long askedBy,
    String node,
    RestorationState state,
    List<String> problem,
    Instant startedAt,
    Instant endedAt,
    String diff,
    Map<String, Duration> durations,
    String sourceFile,
    String undoFile) {

  public boolean isUndo() {
    return undoOf != null;
  }

  /** Whether somebody has only to say yes. */
  public boolean isPrepared() {
    return state == RestorationState.PREPARED;
  }

  public boolean isWorking() {
    return state == RestorationState.PREPARING || state == RestorationState.RESTORING;
  }

  /** Whether what was there before can be brought back. */
  public boolean isUndoable() {
    return state == RestorationState.DONE && undoFile != null;
  }

  /** Of all its steps. */
  public Duration took() {
    return durations.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
