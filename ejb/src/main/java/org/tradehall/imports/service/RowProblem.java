package org.tradehall.imports.service;

import java.util.List;

/**
 * Why one row cannot be taken in. Thrown while a row is read and caught by the reader of the file:
 * a bad row never stops the good ones.
 */
public class RowProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  /**
   * @param code the reason as a key of the message bundle, without {@code error.}
   * @param arguments what the message names: the field first, then the value
   */
  public RowProblem(String code, Object... arguments) {
    super(code + " " + List.of(arguments), null, false, false);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
