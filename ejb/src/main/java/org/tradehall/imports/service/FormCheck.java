package org.tradehall.imports.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Holds a row against the rules of the form that a person would have filled in. */
@ApplicationScoped
public class FormCheck {

  @Inject Validator validator;

  void check(Object form) throws RowProblem {
    for (var violation : validator.validate(form)) {
      throw new RowProblem(
          "imports.value-invalid", violation.getPropertyPath().toString(), violation.getMessage());
    }
  }
}
