package org.tradehall.backup.service;

/** A step of a backup or restore cannot go on. The message is for administrators to read. */
public class OperationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OperationFailed(String message) {
    super(message);
  }

  public OperationFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** In one line: what the program, the database or the disk said. */
  static String reason(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof OperationFailed) {
        return cause.getMessage();
      }
    }
    var message = problem.getMessage();
    return message == null
        ? problem.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
