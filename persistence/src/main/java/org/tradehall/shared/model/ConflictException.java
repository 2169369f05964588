package org.tradehall.shared.model;

/** The thing has changed meanwhile, or exists already. HTTP 409. */
public class ConflictException extends DomainException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String code, Object... arguments) {
    super(code, arguments);
  }
}
