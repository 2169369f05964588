package org.tradehall.shared.model;

/** The way by which a deed came in. */
public enum Channel {
  /** A person on a page. */
  PAGE,
  /** A program with an API key. */
  API_KEY,
  /** Nobody at that moment: a timer, a start, or work that somebody had asked for before. */
  JOB
}
