package org.tradehall.shared.api;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names fields as the caller knows them. */
public final class Fields {

  private Fields() {}

  /** The path of a violation without the method and parameter in which validation saw it. */
  public static String of(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .filter(node -> node.getKind() != ElementKind.METHOD)
        .filter(node -> node.getKind() != ElementKind.PARAMETER)
        .map(Path.Node::toString)
        .filter(name -> !name.contains("<"))
        .collect(Collectors.joining("."));
  }
}
