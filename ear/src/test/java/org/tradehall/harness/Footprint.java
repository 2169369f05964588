package org.tradehall.harness;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that the database holds of a shop, its people and the platform, so that a test can say
 * that nothing has changed. Left out is what changes by itself: when somebody was last seen, seals,
 * and attempts to log in.
 */
public final class Footprint {

  private static final String ALL =
      """
      select c.relname || ' where ' || case
        when exists (select from pg_attribute a
          where a.attrelid = c.oid and a.attname = 'business_id') then 'business_id = %1$d'
        when c.relname = 'businesses' then 'id = %1$d'
        when c.relname = 'users' then 'id = %2$d'
        when c.relname in ('user_sessions', 'user_tokens', 'platform_logs') then 'user_id = %2$d'
        else 'true' end
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname !~ 'seal|heads|checkpoints|login_attempts|flyway|mails'
      order by 1""";

  private Footprint() {}

  /** A hash of the rows of each table. */
  public static Map<String, String> of(Shop shop) {
    return of(shop, shop.userId());
  }

  /**
   * @param userId the person whose sessions and deeds outside businesses count
   */
  public static Map<String, String> of(Shop shop, long userId) {
    var tables = Sql.superuser().column(ALL.formatted(shop.businessId(), userId));
    var query =
        tables.stream()
            .map(
                rows ->
                    "select '"
                        + rows.substring(0, rows.indexOf(' '))
                        + "' as name, md5(string_agg(r, '|' order by r)) as hash from (select"
                        + " (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text as r"
                        + " from "
                        + rows.replace(" where ", " t where ")
                        + ") x")
            .collect(Collectors.joining(" union all "));
    return Sql.superuser().rows(query).stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get("name"), row -> String.valueOf(row.get("hash"))));
  }
}
