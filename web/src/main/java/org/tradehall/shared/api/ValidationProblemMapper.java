package org.tradehall.shared.api;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import org.tradehall.shared.api.Problem.Fault;
import org.tradehall.shared.view.Texts;

/** Says which fields break which constraint. The server's own mapper would name our methods. */
@Provider
public class ValidationProblemMapper implements ExceptionMapper<ConstraintViolationException> {

  @Inject Texts texts;

  @Override
  public Response toResponse(ConstraintViolationException invalid) {
    var faults =
        invalid.getConstraintViolations().stream()
            .map(this::fault)
            .sorted(Comparator.comparing(Fault::field).thenComparing(Fault::code))
            .toList();
    var detail = texts.error("shared.invalid");
    return Problem.of(Unprocessable.CONTENT, "shared.invalid", detail, faults).response();
  }

  private Fault fault(ConstraintViolation<?> violation) {
    var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return new Fault(Fields.of(violation), constraint.getSimpleName(), texts.of(violation));
  }
}
