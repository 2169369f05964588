package org.tradehall.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A program that talks to the API over HTTP, with one key. Threads may share it. */
public final class Api {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  private final String server;
  private final String key;

  /**
   * @param server the address of the server, with a slash at the end
   * @param key null to send none
   */
  public Api(String server, String key) {
    this.server = server;
    this.key = key;
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("Not JSON: " + body, e);
      }
    }

    /** The text at a JSON pointer such as {@code /items/0/sku}; empty where there is nothing. */
    public String text(String pointer) {
      return json().at(pointer).asText();
    }

    public long id() {
      return json().at("/id").asLong();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /**
   * @param headers names and values by turns
   */
  public Answer post(String path, String json, String... headers) {
    return send("POST", path, BodyPublishers.ofString(json), headers);
  }

  public Answer put(String path, String json, String... headers) {
    return send("PUT", path, BodyPublishers.ofString(json), headers);
  }

  /** Sends any body; JSON unless a header says otherwise. */
  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(server + "api/v1/" + path))
            .timeout(Duration.ofMinutes(2))
            .setHeader("Content-Type", "application/json")
            .method(method, body);
    if (key != null) {
      request.setHeader("Authorization", "Bearer " + key);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A text as a JSON string, with its quotes. */
  public static String quoted(String text) {
    return JSON.valueToTree(text).toString();
  }
}
