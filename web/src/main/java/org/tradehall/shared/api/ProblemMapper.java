package org.tradehall.shared.api;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tradehall.shared.api.Problem.Fault;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.TooLargeException;
import org.tradehall.shared.view.Messages;

/** Makes a problem document of everything that can go wrong; what is our fault stays in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final Response.StatusType UNPROCESSABLE = new Unprocessable();

  @Inject Messages messages;

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      var problem = problem(cause);
      if (problem != null) {
        return problem.response();
      }
    }
    LOG.log(Level.ERROR, "An API request failed", thrown);
    return Problem.of(INTERNAL_SERVER_ERROR, "shared.internal", text("shared.internal")).response();
  }

  private Problem problem(Throwable thrown) {
    if (thrown instanceof InvalidException invalid) {
      return invalid(invalid.violations().stream().map(this::fault).toList());
    }
    if (thrown instanceof ConstraintViolationException invalid) {
      return invalid(faults(invalid));
    }
    if (thrown instanceof DomainException refused) {
      return Problem.of(status(refused), refused.code(), text(refused.code(), refused.arguments()));
    }
    if (thrown instanceof JsonProcessingException broken) {
      return broken(broken);
    }
    if (thrown instanceof EJBAccessException) {
      return Problem.of(FORBIDDEN, "shared.forbidden", text("shared.forbidden"));
    }
    if (thrown instanceof WebApplicationException web
        && !(web.getCause() instanceof JsonProcessingException)
        && web.getResponse().getStatus() < 500) {
      var status = web.getResponse().getStatusInfo();
      return Problem.of(status, "http." + status.getStatusCode(), status.getReasonPhrase());
    }
    return null;
  }

  private Problem invalid(List<Fault> faults) {
    return Problem.of(UNPROCESSABLE, "shared.invalid", text("shared.invalid"), faults);
  }

  private Fault fault(org.tradehall.shared.model.Violation violation) {
    var message = text(violation.code(), violation.arguments().toArray());
    return new Fault(violation.path(), violation.code(), message);
  }

  private static List<Fault> faults(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations().stream()
        .map(
            violation ->
                new Fault(
                    Fields.of(violation),
                    violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName(),
                    violation.getMessage()))
        .sorted(java.util.Comparator.comparing(Fault::field))
        .collect(Collectors.toList());
  }

  private Problem broken(JsonProcessingException broken) {
    var field =
        broken instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    step ->
                        step.getIndex() < 0
                            ? "." + step.getFieldName()
                            : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "")
            : "";
    var fault = new Fault(field, "shared.json", broken.getOriginalMessage());
    return Problem.of(BAD_REQUEST, "shared.json", text("shared.json"), List.of(fault));
  }

  private static Response.StatusType status(DomainException refused) {
    if (refused instanceof NotFoundException) {
      return NOT_FOUND;
    }
    if (refused instanceof ConflictException) {
      return CONFLICT;
    }
    if (refused instanceof ForbiddenException) {
      return FORBIDDEN;
    }
    return refused instanceof TooLargeException ? REQUEST_ENTITY_TOO_LARGE : UNPROCESSABLE;
  }

  private String text(String code, Object... arguments) {
    return messages.error(Locale.ENGLISH, code, arguments);
  }

  private static final class Unprocessable implements Response.StatusType {

    @Override
    public int getStatusCode() {
      return 422;
    }

    @Override
    public Response.Status.Family getFamily() {
      return Response.Status.Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
      return "Unprocessable Content";
    }
  }
}
