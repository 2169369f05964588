package org.tradehall.shared.api;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;
import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.tradehall.shared.api.Problem.Fault;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.TooLargeException;
import org.tradehall.shared.model.UnavailableException;
import org.tradehall.shared.view.Texts;

/** Makes a problem document of everything that can go wrong; what is our fault stays in the log. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Inject Texts texts;

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
    if (thrown instanceof DomainException refused) {
      return Problem.of(status(refused), refused.code(), text(refused.code(), refused.arguments()));
    }
    if (thrown instanceof EJBAccessException) {
      return Problem.of(FORBIDDEN, "shared.forbidden", text("shared.forbidden"));
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      var status = web.getResponse().getStatusInfo();
      return Problem.of(status, "http." + status.getStatusCode(), status.getReasonPhrase());
    }
    return null;
  }

  private Problem invalid(List<Fault> faults) {
    return Problem.of(Unprocessable.CONTENT, "shared.invalid", text("shared.invalid"), faults);
  }

  private Fault fault(org.tradehall.shared.model.Violation violation) {
    return new Fault(violation.path(), violation.code(), texts.of(violation));
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
    if (refused instanceof UnavailableException) {
      return SERVICE_UNAVAILABLE;
    }
    return refused instanceof TooLargeException ? REQUEST_ENTITY_TOO_LARGE : Unprocessable.CONTENT;
  }

  private String text(String code, Object... arguments) {
    return texts.error(code, arguments);
  }
}
