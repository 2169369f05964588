package org.tradehall.backup.model;

/** A failed one has changed nothing. */
public enum RestoreState {
  RUNNING,
  DONE,
  FAILED
}
