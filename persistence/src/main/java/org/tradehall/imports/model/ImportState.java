package org.tradehall.imports.model;

/** Where an import stands. */
public enum ImportState {
  /** The file is here; nothing has been done with it. */
  UPLOADED,
  /** The dry run is under way. */
  CHECKING,
  /** The dry run is over; its report tells what an execution would do. */
  CHECKED,
  /** Documents are being posted. */
  RUNNING,
  /** Somebody stopped it between two documents; it can go on. */
  STOPPED,
  /** The server that worked on it is gone, or failed; it can go on. */
  INTERRUPTED,
  /** Every row has its outcome. */
  COMPLETED,
  /** The file cannot be read to its end. */
  FAILED;

  /** Whether a server is at work on it. */
  public boolean isAtWork() {
    return this == CHECKING || this == RUNNING;
  }
}
