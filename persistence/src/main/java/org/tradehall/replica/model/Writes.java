package org.tradehall.replica.model;

import jakarta.transaction.Synchronization;

/**
 * Whether a transaction has written, told to whoever wants to know: once at its first statement
 * that may write, and once when it has ended.
 */
public final class Writes implements Synchronization {

  /** Under which it is kept with its transaction. */
  public static final String KEY = Writes.class.getName();

  private final Runnable atFirst;
  private final Runnable atEnd;
  private boolean noted;

  public Writes(Runnable atFirst, Runnable atEnd) {
    this.atFirst = atFirst;
    this.atEnd = atEnd;
  }

  /** A statement follows that may write. */
  public void note() {
    if (!noted) {
      noted = true;
      atFirst.run();
    }
  }

  @Override
  public void beforeCompletion() {
    // What is flushed now is noted like everything else.
  }

  @Override
  public void afterCompletion(int status) {
    if (noted) {
      atEnd.run();
    }
  }
}
