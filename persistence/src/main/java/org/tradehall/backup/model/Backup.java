package org.tradehall.backup.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A backup, or the attempt at one, as the catalogue knows it.
 *
 * @param attempt 1 for the first; others follow a failed one
 * @param problem why it is not valid; null unless it is not
 * @param source where the dump was taken; null before
 * @param takenAt the moment whose data it holds; null before it was taken
 * @param file its name in the backup folder; null before it was stored
 * @param copied whether the second place holds it, too
 * @param deletedAt when retention deleted the file; null if it is there
 * @param durations of its steps, by their names
 */
public record Backup(
    long id,
    BackupCause cause,
    Long askedBy,
    int attempt,
    String node,
    BackupState state,
    String step,
    String problem,
    Instant startedAt,
    Instant endedAt,
    BackupSource source,
    Instant takenAt,
    String schemaVersion,
    String serverVersion,
    String toolVersion,
    int tables,
    long rows,
    String file,
    long bytes,
    String sha256,
    boolean copied,
    Instant deletedAt,
    Map<String, Duration> durations) {

  /** Whether a restore can be made from it. */
  public boolean isUsable() {
    return state == BackupState.VALID && deletedAt == null;
  }

  public Duration duration() {
    return endedAt == null ? Duration.ZERO : Duration.between(startedAt, endedAt);
  }
}
