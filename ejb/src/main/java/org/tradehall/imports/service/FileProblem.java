package org.tradehall.imports.service;

import java.io.IOException;
import java.util.List;

/** Why a file as a whole cannot be read. An I/O exception, so that it passes through readers. */
public class FileProblem extends IOException {

  static final String TOO_LARGE = "imports.file-large";
  static final String BOMB = "imports.file-bomb";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  /**
   * @param code the reason as a key of the message bundle, without {@code error.}
   * @param arguments what the message names
   */
  public FileProblem(String code, Object... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /** Whether the file is larger than what is taken in. */
  boolean isAboutSize() {
    return code.equals(TOO_LARGE) || code.equals(BOMB);
  }
}
