package org.tradehall.audit.model;

/** How a log can have been tampered with. */
public enum LogFault {
  /** The entry is not what was sealed, or its seal is not. */
  CHANGED,
  /** An entry or its seal is gone. */
  REMOVED,
  /** Entries have changed places. */
  REORDERED,
  /** An entry got in past the sealing, or claims to be older than those sealed before it. */
  INSERTED,
  /** The end of the chain is gone. */
  CUT_OFF,
  /** The chain is whole, but is not the one whose head was kept. */
  REWRITTEN
}
