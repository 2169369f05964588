package org.tradehall.shared.model;

import jakarta.ejb.ApplicationException;

/**
 * Something the caller can understand and mend. The code is a message key: its first segment names
 * the feature ({@code sales.stock-short} is {@code error.stock-short} in the bundle {@code sales}).
 * The transaction is rolled back, so nothing stays half-written.
 */
@ApplicationException(rollback = true)
public abstract class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient Object[] arguments;

  protected DomainException(String code, Object... arguments) {
    super(code);
    this.code = code;
    this.arguments = arguments.clone();
  }

  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
