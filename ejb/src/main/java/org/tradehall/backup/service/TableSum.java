package org.tradehall.backup.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a table holds, in two figures that are equal only if its rows are; or where a sequence
 * stands.
 *
 * @param rows how many
 * @param sum of the rows' hashes, whatever their order; of a sequence its last value and whether
 *     that was given out
 */
public record TableSum(long rows, String sum) {

  private static final Pattern SEQUENCE = Pattern.compile("(\\d{1,18}) (true|false)");

  /** As it is kept in the catalogue and in the manifest of a backup. */
  static JsonObject toJson(Map<String, TableSum> tables) {
    var json = Json.createObjectBuilder();
    tables.forEach(
        (name, table) ->
            json.add(
                name,
                Json.createObjectBuilder().add("rows", table.rows()).add("sum", table.sum())));
    return json.build();
  }

  static Map<String, TableSum> parse(String text) {
    var tables = new TreeMap<String, TableSum>();
    try (var reader = Json.createReader(new StringReader(text))) {
      reader
          .readObject()
          .forEach(
              (name, value) -> {
                var table = value.asJsonObject();
                tables.put(
                    name,
                    new TableSum(
                        table.getJsonNumber("rows").longValueExact(), table.getString("sum")));
              });
    }
    return tables;
  }

  /**
   * Whether what was dumped is there. Sequences belong to no snapshot: while people work, one may
   * stand further on in the dump than when the snapshot was taken, but not further back.
   */
  private boolean isIn(TableSum is) {
    var was = SEQUENCE.matcher(sum);
    var now = SEQUENCE.matcher(is.sum);
    boolean both = was.matches() && now.matches();
    return both ? next(was) <= next(now) : equals(is);
  }

  private static long next(MatchResult stands) {
    return Long.parseLong(stands.group(1)) + (stands.group(2).equals("true") ? 1 : 0);
  }

  /** In words, what is not as it was; empty if all is. */
  static List<String> differences(Map<String, TableSum> were, Map<String, TableSum> are) {
    var all = new TreeMap<String, TableSum>(were);
    all.putAll(are);
    var different = new ArrayList<String>();
    for (var name : all.keySet()) {
      var was = were.get(name);
      var is = are.get(name);
      if (is == null) {
        different.add(name + " is missing");
      } else if (was == null) {
        different.add(name + " was not there");
      } else if (was.rows() != is.rows()) {
        different.add(name + " has " + is.rows() + " instead of " + was.rows() + " rows");
      } else if (!was.isIn(is)) {
        different.add(name + " has other content");
      }
    }
    return different;
  }
}
