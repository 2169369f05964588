package org.tradehall.backup.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/**
 * What a restore changes in a business.
 *
 * @param tables those in which anything changes, by name
 */
public record BusinessDiff(List<TableDiff> tables) {

  /** What becomes of a row. */
  public enum Change {
    /** Is there now and was not then: goes. */
    GOES,
    /** Was there then and is not now: comes back. */
    RETURNS,
    /** Was otherwise: becomes as it was. */
    CHANGES
  }

  /** A row as people know it: number, name and the like. */
  public record Sample(Change change, String label) {}

  /**
   * A table in which something changes.
   *
   * @param samples the first few of its rows
   */
  public record TableDiff(
      String table, long going, long returning, long changing, List<Sample> samples) {

    boolean isSomething() {
      return going + returning + changing > 0;
    }
  }

  public boolean isEmpty() {
    return tables.isEmpty();
  }

  public long going() {
    return tables.stream().mapToLong(TableDiff::going).sum();
  }

  public long returning() {
    return tables.stream().mapToLong(TableDiff::returning).sum();
  }

  public long changing() {
    return tables.stream().mapToLong(TableDiff::changing).sum();
  }

  /** For the catalogue of restores. */
  String toJson() {
    var list = Json.createArrayBuilder();
    for (var table : tables) {
      var samples = Json.createArrayBuilder();
      for (var sample : table.samples()) {
        samples.add(
            Json.createObjectBuilder()
                .add("change", sample.change().name())
                .add("label", sample.label()));
      }
      list.add(
          Json.createObjectBuilder()
              .add("table", table.table())
              .add("going", table.going())
              .add("returning", table.returning())
              .add("changing", table.changing())
              .add("samples", samples));
    }
    return list.build().toString();
  }

  /**
   * @param json null is nothing
   */
  public static BusinessDiff parse(String json) {
    if (json == null) {
      return new BusinessDiff(List.of());
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      return new BusinessDiff(
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(BusinessDiff::table)
              .toList());
    }
  }

  private static TableDiff table(JsonObject json) {
    return new TableDiff(
        json.getString("table"),
        json.getJsonNumber("going").longValue(),
        json.getJsonNumber("returning").longValue(),
        json.getJsonNumber("changing").longValue(),
        json.getJsonArray("samples").getValuesAs(JsonObject.class).stream()
            .map(
                sample ->
                    new Sample(
                        Change.valueOf(sample.getString("change")), sample.getString("label")))
            .toList());
  }
}
