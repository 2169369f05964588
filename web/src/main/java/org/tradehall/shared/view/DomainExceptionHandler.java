package org.tradehall.shared.view;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.HashMap;
import org.omnifaces.util.Exceptions;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;

/**
 * Turns what a use case refuses into messages on the page that asked, at the field where there is
 * one. What nobody can mend on the page goes on to the error pages. An expired page starts anew.
 */
class DomainExceptionHandler extends ExceptionHandlerWrapper {
  DomainExceptionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
      if (handled(events.next().getContext().getException())) {
        events.remove();
      }
    }
    getWrapped().handle();
  }

  private boolean handled(Throwable thrown) {
    if (Exceptions.is(thrown, ViewExpiredException.class)) {
      return restart();
    }
    if (isNotInParts(thrown)) {
      return answer(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    }
    var refusal = cause(thrown, DomainException.class);
    if (refusal instanceof NotFoundException) {
      return answer(HttpServletResponse.SC_NOT_FOUND);
    }
    if (refusal instanceof ForbiddenException) {
      return answer(HttpServletResponse.SC_FORBIDDEN);
    }
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE) {
      // Too late for a message; what writes is closed while a business is suspended.
      return refusal instanceof RefusedException && answer(HttpServletResponse.SC_FORBIDDEN);
    }
    if (refusal != null) {
      new Refusals(Faces.evaluateExpressionGet("#{text}")).show(refusal);
      return true;
    }
    var violations = cause(thrown, ConstraintViolationException.class);
    if (violations != null) {
      new Refusals(Faces.evaluateExpressionGet("#{text}")).show(violations);
      return true;
    }
    return false;
  }

  /** A form with a file came like one without: its field asked for the parts that there are not. */
  private static boolean isNotInParts(Throwable thrown) {
    return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.APPLY_REQUEST_VALUES
        && cause(thrown, ServletException.class) != null;
  }

  private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** The same page again, from the start: the view or the session that it belonged to is gone. */
  private static boolean restart() {
    Messages.addFlashGlobalWarn(
        "{0}", Faces.<Texts>evaluateExpressionGet("#{text}").get("shared.expired"));
    var page = Faces.getRequestContextPath() + Whereabouts.of(Faces.getRequest());
    Faces.redirect(page.replace("{", "%7B"));
    FacesContext.getCurrentInstance().responseComplete();
    return true;
  }

  private static boolean answer(int status) {
    if (Faces.getResponse().isCommitted()) {
      return false;
    }
    withdraw(Faces.getResponse());
    Faces.responseSendError(status, null);
    return true;
  }

  /** The error page brings a policy of its own; the scripts of a page must not obey two. */
  private static void withdraw(HttpServletResponse response) {
    var kept = new HashMap<String, String>();
    response.getHeaderNames().forEach(name -> kept.put(name, response.getHeader(name)));
    kept.keySet().removeIf(name -> name.matches("(?i)content-.*|set-cookie"));
    response.reset();
    kept.forEach(response::setHeader);
  }
}
