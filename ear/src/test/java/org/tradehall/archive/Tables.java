package org.tradehall.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tradehall.archive.service.LeftOut;
import org.tradehall.harness.Sql;

/** The rows of businesses, read without the code that is tested. */
final class Tables {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Sql SQL = Sql.superuser();

  /** What changes by itself, or tells of what was refused. */
  private static final String RESTLESS =
      "seal|heads|checkpoints|login_attempts|flyway|mails|user_sessions|platform_logs|archive_imports";

  private Tables() {}

  /** How many rows every table of the installation has. */
  static Map<String, Long> counts() {
    var counts = new TreeMap<String, Long>();
    var tables =
        SQL.column(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
                + " and relkind = 'r' and relname !~ '"
                + RESTLESS
                + "'");
    tables.forEach(table -> counts.put(table, SQL.number("select count(*) from " + table)));
    return counts;
  }

  /** Tables whose rows come. */
  static List<String> brought() {
    var left = new HashSet<String>();
    for (var each : LeftOut.values()) {
      left.addAll(each.tables());
    }
    var tables =
        new ArrayList<>(
            SQL.column(
                "select table_name from information_schema.columns"
                    + " where table_schema = 'public' and column_name = 'business_id' order by 1"));
    tables.removeAll(left);
    return tables;
  }

  /**
   * The rows of a business without what has to differ: its id, the distance by which ids have
   * moved, and the ids of people, who are told by name.
   *
   * @param moved what to take from ids
   */
  static List<String> rows(String table, long businessId, long moved) {
    var people = people(table);
    var names = names();
    var rows = new ArrayList<String>();
    SQL.column("select to_jsonb(t) from " + table + " t where business_id = ?", businessId)
        .forEach(
            text -> {
              var row = (ObjectNode) read(text);
              row.remove("business_id");
              var entity = row.path("entity").asText();
              for (var name : fieldNames(row)) {
                var value = row.get(name);
                if (value.isNull()) {
                  continue;
                }
                if (people.contains(name) || (name.equals("entity_id") && entity.equals("User"))) {
                  row.put(name, names.get(value.asLong()));
                } else if (name.equals("entity_id") && entity.equals("Business")) {
                  row.put(name, value.asLong() == businessId ? "itself" : "another");
                } else if (name.equals("id") || name.endsWith("_id")) {
                  row.put(name, value.asLong() - moved);
                }
              }
              rows.add(row.toString());
            });
    rows.sort(null);
    return rows;
  }

  private static List<String> fieldNames(ObjectNode row) {
    var names = new ArrayList<String>();
    row.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> people(String table) {
    return Set.copyOf(
        SQL.column(
            """
            select a.attname from pg_constraint k join pg_attribute a
              on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
            where k.contype = 'f' and k.confrelid = 'users'::regclass
              and k.conrelid = ?::regclass""",
            table));
  }

  private static Map<Long, String> names() {
    var names = new HashMap<Long, String>();
    SQL.rows("select id, name from users")
        .forEach(row -> names.put((Long) row.get("id"), (String) row.get("name")));
    return names;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
