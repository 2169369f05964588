package org.tradehall.backup.model;

/** The server that was dumped. */
public enum BackupSource {
  PRIMARY,
  REPLICA
}
