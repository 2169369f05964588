package org.tradehall.backup.model;

/** What is restored. */
public enum RestoreKind {
  WHOLE,
  BUSINESS
}
