package org.tradehall.backup;

/**
 * Stops a backup or restore at one moment, for as long as the test likes: it goes on when this is
 * closed.
 */
interface Hold extends AutoCloseable {

  /** Returns once it stands there. */
  void awaitReached();

  /** To be called when the server that stood there is gone, so that it does not go on after all. */
  default void abandon() {}

  @Override
  void close();
}
