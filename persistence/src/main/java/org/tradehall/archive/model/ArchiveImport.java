package org.tradehall.archive.model;

import java.time.Instant;
import java.util.List;

/**
 * The import of a business from an archive.
 *
 * @param name of the business, here
 * @param askedBy name of who asked for it
 * @param rowsDone of the rows that come, how many have
 * @param endedAt null while it is under way
 * @param problem why it failed: the key of a message and what it names; empty if it did not
 * @param openedId the business; null unless done
 */
public record ArchiveImport(
    long id,
    String fileName,
    String name,
    String askedBy,
    Instant askedAt,
    ArchiveImportState state,
    long rowsDone,
    long rowCount,
    Instant endedAt,
    List<String> problem,
    Long openedId) {

  public boolean isAtWork() {
    return state == ArchiveImportState.RUNNING;
  }

  public int percent() {
    if (state == ArchiveImportState.DONE) {
      return 100;
    }
    return rowCount == 0 ? 0 : (int) (99 * Math.min(rowsDone, rowCount) / rowCount);
  }
}
