package org.tradehall.settings.model;

/** For whom a value is set, from the widest to the narrowest; the narrowest that is set counts. */
public enum Scope {
  PLATFORM,
  BUSINESS,
  BRANCH,
  USER
}
