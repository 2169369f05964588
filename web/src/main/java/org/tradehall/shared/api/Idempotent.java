package org.tradehall.shared.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.IdempotencyService;

/**
 * Creates a thing and answers 201; with an {@code Idempotency-Key} the same request gets the first
 * answer again, to the letter.
 */
@RequestScoped
public class Idempotent {

  private static final String KEY = "Idempotency-Key";
  private static final int MAX_KEY = 200;

  @Inject IdempotencyService idempotency;
  @Inject HttpServletRequest servletRequest;

  /** A created thing and where it is, relative to the API. */
  public record Created(String location, Object json) {}

  /**
   * @param operation names what is created, e.g. {@code POST sales}
   * @param request the parsed request; it decides whether two requests are the same
   */
  public Response create(String operation, Object request, Callable<Created> deed)
      throws Exception {
    var key = servletRequest.getHeader(KEY);
    if (key == null) {
      return response(answer(deed.call()), false);
    }
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new InvalidException(Violation.at(KEY, "shared.idempotency-key"));
    }
    var outcome = idempotency.once(key, operation, fingerprint(request), () -> answer(deed.call()));
    return response(outcome.answer(), outcome.repeated());
  }

  private static String answer(Created created) throws JsonProcessingException {
    return created.location() + "\n" + JsonMapper.MAPPER.writeValueAsString(created.json());
  }

  private static Response response(String answer, boolean repeated) {
    int end = answer.indexOf('\n');
    return Response.created(URI.create(answer.substring(0, end)))
        .type(MediaType.APPLICATION_JSON)
        .header("Idempotent-Replayed", repeated ? "true" : null)
        .entity(answer.substring(end + 1))
        .build();
  }

  private static byte[] fingerprint(Object request) {
    try {
      var bytes = JsonMapper.MAPPER.writeValueAsBytes(request);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new WebApplicationException(e);
    }
  }
}
