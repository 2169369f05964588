package org.tradehall.archive.model;

/** How far the import of a business is. */
public enum ArchiveImportState {
  RUNNING,
  DONE,
  FAILED,
  /** Its server died, and nothing of it has come. Not stored: told by who worked on it. */
  INTERRUPTED
}
