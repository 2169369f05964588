package org.tradehall.tenancy.model;

/** Whether a business may be worked in. */
public enum BusinessStatus {
  ACTIVE,
  /** May be looked at, takes nothing new. */
  SUSPENDED,
  /** Nobody enters any more; nothing is deleted. */
  CLOSED
}
