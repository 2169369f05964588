package org.tradehall.shared.model;

/** Not now, but soon: the same request will do. HTTP 503. */
public class UnavailableException extends DomainException {

  private static final long serialVersionUID = 1L;

  /** After how many seconds it is worth asking again. */
  public static final int RETRY_AFTER = 5;

  public UnavailableException(String code, Object... arguments) {
    super(code, arguments);
  }
}
