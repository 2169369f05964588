package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.tradehall.harness.Api;
import org.tradehall.harness.Until;

/** A file sent to the API as a program sends it, and what has become of it. */
final class Upload {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Api api;
  private final long id;

  private Upload(Api api, long id) {
    this.api = api;
    this.id = id;
  }

  static Api.Answer send(Api api, String query, byte[] body) {
    var publisher = BodyPublishers.ofByteArray(body);
    return api.send("POST", "imports?" + query, publisher, "Content-Type", "text/csv");
  }

  static Upload of(Api api, String query, String csv) {
    var answer = send(api, query, csv.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return new Upload(api, answer.id());
  }

  static Upload of(Api api, String query, Path gzipped) {
    try {
      var body = BodyPublishers.ofFile(gzipped);
      var answer = api.send("POST", "imports?" + query, body, "Content-Type", "application/gzip");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
      return new Upload(api, answer.id());
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same import, seen through another server. */
  Upload through(Api other) {
    return new Upload(other, id);
  }

  Upload checked() {
    assertThat(await("CHECKING").at("/state").asText()).isEqualTo("CHECKED");
    return this;
  }

  void start() {
    assertThat(execute().status()).isEqualTo(202);
  }

  Api.Answer execute() {
    return api.post("imports/" + id + "/execution", "");
  }

  Api.Answer stop() {
    return api.send("DELETE", "imports/" + id + "/execution", BodyPublishers.noBody());
  }

  /** Executes to the end. */
  JsonNode executed() {
    start();
    return completed();
  }

  JsonNode completed() {
    var end = await("RUNNING");
    assertThat(end.at("/state").asText()).as(end.toString()).isEqualTo("COMPLETED");
    return end;
  }

  JsonNode now() {
    return api.get("imports/" + id).json();
  }

  String state() {
    return now().at("/state").asText();
  }

  JsonNode totals() {
    return api.get("imports/" + id + "/totals").json();
  }

  String report(String query) {
    return api.get("imports/" + id + "/report" + query).body();
  }

  /** Waits until at least so many rows are done. */
  void awaitRows(int rows) {
    var unused =
        Until.is(PATIENCE, "rows are done", this::now, now -> now.at("/rowsDone").asInt() >= rows);
  }

  private JsonNode await(String underWay) {
    return Until.is(
        PATIENCE,
        "no longer " + underWay,
        this::now,
        now -> !now.at("/state").asText().equals(underWay));
  }
}
