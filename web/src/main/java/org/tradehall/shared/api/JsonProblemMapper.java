package org.tradehall.shared.api;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;
import org.tradehall.shared.api.Problem.Fault;
import org.tradehall.shared.view.Texts;

/** Says where a JSON body cannot be read. The server's own mapper would say only that. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {

  @Inject Texts texts;

  @Override
  public Response toResponse(JsonProcessingException broken) {
    var fault = new Fault(field(broken), "shared.json", reason(broken));
    var detail = texts.error("shared.json");
    return Problem.of(BAD_REQUEST, "shared.json", detail, List.of(fault)).response();
  }

  /** In our words: Jackson's would name our classes. */
  private String reason(JsonProcessingException broken) {
    if (broken instanceof UnrecognizedPropertyException) {
      return texts.error("shared.json-unknown-field");
    }
    if (broken instanceof MismatchedInputException) {
      return texts.error("shared.json-wrong-type");
    }
    var at = broken.getLocation();
    return texts.error(
        "shared.json-broken", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
  }

  private static String field(JsonProcessingException broken) {
    if (!(broken instanceof JsonMappingException mapping)) {
      return "";
    }
    return mapping.getPath().stream()
        .map(step -> step.getIndex() < 0 ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
