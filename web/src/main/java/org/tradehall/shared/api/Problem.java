package org.tradehall.shared.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tradehall.shared.model.UnavailableException;

/**
 * What went wrong, in the form of RFC 9457.
 *
 * @param type a URN that names the kind of problem
 * @param errors the faults of the input, each with its field; null if the problem is another
 */
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** One fault at one field, e.g. {@code lines[3].quantity}. */
  public record Fault(String field, String code, String message) {}

  static Problem of(Response.StatusType status, String code, String detail) {
    return of(status, code, detail, null);
  }

  static Problem of(Response.StatusType status, String code, String detail, List<Fault> errors) {
    return new Problem(
        "urn:tradehall:problem:" + code,
        status.getReasonPhrase(),
        status.getStatusCode(),
        detail,
        errors);
  }

  Response response() {
    var response = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      response.header(HttpHeaders.RETRY_AFTER, UnavailableException.RETRY_AFTER);
    }
    return response.build();
  }
}
