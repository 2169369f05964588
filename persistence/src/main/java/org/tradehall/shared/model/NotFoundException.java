package org.tradehall.shared.model;

/** There is no such thing in this business; what exists elsewhere is not told. HTTP 404. */
public class NotFoundException extends DomainException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String code, Object... arguments) {
    super(code, arguments);
  }
}
