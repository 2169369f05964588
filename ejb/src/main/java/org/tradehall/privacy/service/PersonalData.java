package org.tradehall.privacy.service;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Everything that is kept of a person, table by table. */
public record PersonalData(List<Section> sections) {

  /**
   * The rows of one table.
   *
   * @param name the table; with the business in which it was found, if there are several
   * @param columns names of those that are told; secrets are not
   * @param rows texts in the order of the columns; null where there is none
   */
  public record Section(String name, List<String> columns, List<List<String>> rows) {}

  /** For programs. */
  public String toJson() {
    var json = Json.createObjectBuilder();
    for (var section : sections) {
      var rows = Json.createArrayBuilder();
      section.rows().forEach(row -> rows.add(object(section.columns(), row)));
      json.add(section.name(), rows);
    }
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.writeObject(json.build());
    }
    return text.toString();
  }

  private static JsonObjectBuilder object(List<String> columns, List<String> row) {
    var object = Json.createObjectBuilder();
    for (int i = 0; i < columns.size(); i++) {
      if (row.get(i) == null) {
        object.add(columns.get(i), JsonValue.NULL);
      } else {
        object.add(columns.get(i), row.get(i));
      }
    }
    return object;
  }
}
