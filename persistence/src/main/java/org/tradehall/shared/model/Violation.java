package org.tradehall.shared.model;

import java.io.Serializable;
import java.util.List;

/**
 * One fault of an input.
 *
 * @param path where it is, e.g. {@code lines[3].quantity}
 * @param code message key, see {@link DomainException}
 * @param arguments what the message names
 */
public record Violation(String path, String code, List<? extends Serializable> arguments)
    implements Serializable {

  public static Violation at(String path, String code, Serializable... arguments) {
    return new Violation(path, code, List.of(arguments));
  }
}
