package org.tradehall.imports.service;

import java.util.List;

/** A setting of a mapping that cannot be used. */
public class MappingProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String code;
  private final transient List<Object> arguments;

  /**
   * @param setting which setting is wrong
   * @param code the reason as a key of the message bundle, without {@code error.}
   * @param arguments what the message names
   */
  public MappingProblem(String setting, String code, Object... arguments) {
    super(setting + ": " + code);
    this.setting = setting;
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public String setting() {
    return setting;
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
