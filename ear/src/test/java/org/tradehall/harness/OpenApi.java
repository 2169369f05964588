package org.tradehall.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The OpenAPI document of the running application, from which tests make requests. */
public final class OpenApi {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  public static OpenApi read() {
    var request =
        HttpRequest.newBuilder(Tradehall.url("openapi")).header("Accept", "application/json");
    try {
      var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      return new OpenApi(
          new Api.Answer(answer.statusCode(), answer.headers(), answer.body()).json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param path below {@code api/v1/}
   * @param schema of its JSON body; missing if it takes none
   */
  public record Operation(String method, String path, JsonNode schema) {

    public boolean takesJson() {
      return !schema.isMissingNode();
    }

    /** What the id in its path is one of, such as {@code product}; empty without one. */
    public String kind() {
      return path.contains("{id}") ? path.substring(0, path.indexOf('/') - 1) : "";
    }

    public String at(long id) {
      return path.replace("{id}", String.valueOf(id));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    document
        .at("/paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey().replaceFirst("^/api/v1/", ""),
                                    method
                                        .getValue()
                                        .at("/requestBody/content/application~1json/schema")))));
    return operations;
  }

  /** What to write into a member of a body. */
  @FunctionalInterface
  public interface Values {

    /**
     * @param name of the member
     * @param schema with its type and bounds
     * @return null to leave it out
     */
    JsonNode of(String name, JsonNode schema);
  }

  /** A body with every free text and id that it may have, and of the rest what it must have. */
  public ObjectNode body(Operation operation, Values values) {
    return object(resolved(operation.schema()), values);
  }

  private ObjectNode object(JsonNode schema, Values values) {
    var object = JSON.objectNode();
    schema
        .at("/properties")
        .fields()
        .forEachRemaining(
            each -> {
              var value = value(each.getKey(), resolved(each.getValue()), schema, values);
              if (value != null) {
                object.set(each.getKey(), value);
              }
            });
    return object;
  }

  private JsonNode value(String name, JsonNode type, JsonNode owner, Values values) {
    if (type.has("items") && isRequired(name, owner)) {
      return JSON.arrayNode().add(object(resolved(type.get("items")), values));
    }
    var text =
        type.at("/type").asText().equals("string") && !type.has("enum") && !type.has("format");
    if (text || name.endsWith("Id")) {
      return values.of(name, type);
    }
    var flag = type.at("/type").asText().equals("boolean");
    return flag || isRequired(name, owner) ? plain(type) : null;
  }

  private static boolean isRequired(String name, JsonNode owner) {
    for (var required : owner.at("/required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode plain(JsonNode type) {
    if (type.has("enum")) {
      return type.at("/enum/0");
    }
    return type.at("/type").asText().equals("boolean")
        ? JSON.booleanNode(true)
        : JSON.numberNode(1);
  }

  private JsonNode resolved(JsonNode schema) {
    var reference = schema.at("/$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
