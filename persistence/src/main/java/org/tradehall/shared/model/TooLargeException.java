package org.tradehall.shared.model;

/** More than we take at once. HTTP 413. */
public class TooLargeException extends DomainException {

  private static final long serialVersionUID = 1L;

  public TooLargeException(String code, Object... arguments) {
    super(code, arguments);
  }
}
