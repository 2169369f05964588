package org.tradehall.shared.model;

/** The caller's role does not allow it. HTTP 403. */
public class ForbiddenException extends DomainException {

  private static final long serialVersionUID = 1L;

  public ForbiddenException(String code, Object... arguments) {
    super(code, arguments);
  }
}
