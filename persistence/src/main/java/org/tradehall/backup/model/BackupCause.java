package org.tradehall.backup.model;

/** Why a backup was made. */
public enum BackupCause {
  SCHEDULE,
  HAND,
  RESTORE
}
