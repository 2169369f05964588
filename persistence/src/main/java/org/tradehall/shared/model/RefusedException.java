package org.tradehall.shared.model;

/** Well-formed, but a rule of the business forbids it. HTTP 422. */
public class RefusedException extends DomainException {

  private static final long serialVersionUID = 1L;

  public RefusedException(String code, Object... arguments) {
    super(code, arguments);
  }
}
