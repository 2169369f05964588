package org.tradehall.backup.model;

/** Only what was restored and compared is valid. */
public enum BackupState {
  RUNNING,
  VALID,
  INVALID
}
