package org.tradehall.launcher;

/** A start that cannot go on, told in one line for the person who asked for it. */
public class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
