package org.tradehall.shared.model;

import java.util.List;

/** The input is at fault; says where and why, all faults at once. HTTP 422. */
public class InvalidException extends DomainException {

  private static final long serialVersionUID = 1L;
  private final transient List<Violation> violations;

  public InvalidException(List<Violation> violations) {
    super("shared.invalid");
    this.violations = List.copyOf(violations);
  }

  public InvalidException(Violation violation) {
    this(List.of(violation));
  }

  public List<Violation> violations() {
    return violations;
  }
}
