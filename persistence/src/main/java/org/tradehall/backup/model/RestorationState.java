package org.tradehall.backup.model;

/** How far the restore of a business has come. */
public enum RestorationState {
  /** Its rows are being fetched and compared. */
  PREPARING,
  /** It is known what it would change; nothing has been changed. */
  PREPARED,
  RESTORING,
  DONE,
  /** Nothing was changed. */
  FAILED
}
