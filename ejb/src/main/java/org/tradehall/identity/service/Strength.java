package org.tradehall.identity.service;

/** How well a password withstands guessing. */
public enum Strength {
  /** Shorter than is permitted. */
  SHORT,
  /** One of those that are tried first; not permitted. */
  WEAK,
  /** Withstands 10^8 guesses. */
  GOOD,
  /** Withstands 10^10 guesses. */
  STRONG
}
