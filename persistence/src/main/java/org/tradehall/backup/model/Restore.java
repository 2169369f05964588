package org.tradehall.backup.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A restore of the whole installation, or the attempt at one, as the catalogue knows it.
 *
 * @param backupId what it restores; null if it takes another restore back
 * @param undoes the restore that it takes back; null if it restores a backup
 * @param problem why all stayed as it was; null unless it did
 * @param before what was there before is kept under this name; null if nothing is
 * @param beforeUntil how long that is kept
 * @param beforeGone since when it is not kept any more; null if it is
 * @param durations of its steps, by their names
 */
public record Restore(
    long id,
    Long backupId,
    Long undoes,
    Long askedBy,
    RestoreState state,
    String step,
    String problem,
    Instant startedAt,
    Instant endedAt,
    String before,
    Instant beforeUntil,
    Instant beforeGone,
    Map<String, Duration> durations) {

  /** Whether what was there before can be brought back. */
  public boolean isUndoable() {
    return state == RestoreState.DONE && before != null && beforeGone == null;
  }

  public Duration duration() {
    return endedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt);
  }
}
