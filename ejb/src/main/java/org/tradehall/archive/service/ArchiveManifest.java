package org.tradehall.archive.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tradehall.shared.model.RefusedException;

/**
 * What an archive tells of itself (docs/archive.md).
 *
 * @param business its id where the archive was made
 * @param tables the CSV files, by table
 * @param attachments the other files, by name
 */
record ArchiveManifest(
    String schemaVersion,
    long business,
    String name,
    Instant madeAt,
    Map<String, Listed> tables,
    Map<String, Listed> attachments) {

  static final String FILE = "manifest.json";

  private static final String PRODUCT = "Tradehall";
  private static final int FORMAT = 2;

  /**
   * A file as it has to be.
   *
   * @param rows without the heading; 0 for what has no rows
   */
  record Listed(long rows, long bytes, String sha256) {}

  void write(OutputStream out) throws IOException {
    var csv = Json.createArrayBuilder();
    tables.forEach(
        (table, file) ->
            csv.add(
                Json.createObjectBuilder()
                    .add("file", table + ".csv")
                    .add("table", table)
                    .add("rows", file.rows())
                    .add("bytes", file.bytes())
                    .add("sha256", file.sha256())));
    var others = Json.createArrayBuilder();
    attachments.forEach(
        (name, file) ->
            others.add(
                Json.createObjectBuilder()
                    .add("file", name)
                    .add("bytes", file.bytes())
                    .add("sha256", file.sha256())));
    var manifest =
        Json.createObjectBuilder()
            .add("product", PRODUCT)
            .add("format", FORMAT)
            .add("schemaVersion", schemaVersion)
            .add("business", business)
            .add("name", name)
            .add("madeAt", madeAt.toString())
            .add("files", csv)
            .add("attachments", others)
            .build();
    out.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws RefusedException if it is not the manifest of an archive that this version knows
   */
  static ArchiveManifest read(InputStream in) throws IOException {
    try (var reader = Json.createReader(in)) {
      return of(reader.readObject());
    } catch (RuntimeException e) {
      if (e instanceof RefusedException refusal) {
        throw refusal;
      }
      var refusal = new RefusedException("archive.no-archive");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static ArchiveManifest of(JsonObject json) {
    if (!json.getString("product", "").equals(PRODUCT)) {
      throw new RefusedException("archive.no-archive");
    }
    if (json.getInt("format") != FORMAT) {
      throw new RefusedException("archive.other-format", json.getInt("format"), FORMAT);
    }
    var tables = new LinkedHashMap<String, Listed>();
    for (var each : json.getJsonArray("files").getValuesAs(JsonObject.class)) {
      put(tables, each.getString("table"), each, each.getJsonNumber("rows").longValueExact());
    }
    var attachments = new LinkedHashMap<String, Listed>();
    for (var each : json.getJsonArray("attachments").getValuesAs(JsonObject.class)) {
      put(attachments, each.getString("file"), each, 0);
    }
    return new ArchiveManifest(
        json.getString("schemaVersion"),
        json.getJsonNumber("business").longValueExact(),
        json.getString("name"),
        Instant.parse(json.getString("madeAt")),
        tables,
        attachments);
  }

  private static void put(Map<String, Listed> files, String name, JsonObject json, long rows) {
    var listed =
        new Listed(rows, json.getJsonNumber("bytes").longValueExact(), json.getString("sha256"));
    if (files.put(name, listed) != null) {
      throw new RefusedException("archive.file-twice", name);
    }
  }

  long rows() {
    return tables.values().stream().mapToLong(Listed::rows).sum();
  }
}
