package org.tradehall.backup.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds, as figures to compare: rows and checksum of each table, where each
 * sequence stands, and one checksum of all that is defined (columns, constraints, indexes,
 * row-level policies, functions, triggers, rights).
 */
final class Contents {

  /** Name under which the definitions stand among the tables. */
  static final String DEFINITIONS = "(definitions)";

  private Contents() {}

  /** Tables and definitions, as the connection's transaction sees them. */
  static Map<String, TableSum> of(Connection connection) throws SQLException {
    write(connection);
    var sums = new TreeMap<String, TableSum>();
    for (var table : names(connection, 'r')) {
      sums.put(
          table,
          sum(
              connection,
              "select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text from only "
                  + quoted(table)
                  + " t"));
    }
    sums.put(DEFINITIONS, sum(connection, DEFINED));
    return sums;
  }

  /** Where the sequences stand. No snapshot holds them, so this is asked before the dump begins. */
  static Map<String, TableSum> sequences(Connection connection) throws SQLException {
    var sums = new TreeMap<String, TableSum>();
    for (var sequence : names(connection, 'S')) {
      sums.put(
          sequence,
          sum(connection, "select 1, last_value || ' ' || is_called from " + quoted(sequence)));
    }
    return sums;
  }

  /** Of all that is defined, one figure. */
  static TableSum definitions(Connection connection) throws SQLException {
    write(connection);
    return sum(connection, DEFINED);
  }

  /** Rows are compared as they are written, so they must be written in one way everywhere. */
  private static void write(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';"
              + " set local bytea_output = 'hex'; set local extra_float_digits = 1;"
              + " set local search_path = pg_catalog; set local row_security = off");
    }
  }

  private static List<String> names(Connection connection, char kind) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select relname from pg_class where relnamespace = 'public'::regnamespace"
                + " and relkind = ? order by relname collate \"C\"")) {
      statement.setString(1, String.valueOf(kind));
      try (var rows = statement.executeQuery()) {
        var names = new ArrayList<String>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        return names;
      }
    }
  }

  private static TableSum sum(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return new TableSum(row.getLong(1), row.getString(2));
    }
  }

  private static String quoted(String name) {
    return "public.\"" + name.replace("\"", "\"\"") + '"';
  }

  /** Without parentheses: PostgreSQL writes some anew when it reads what it has written. */
  private static final String DEFINED =
      """
      with own as (
        select c.oid, c.relname, c.relkind, c.relacl, c.relowner, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S', 'v', 'i')
      ), defined(line) as (
        select 'column ' || o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
               || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
          from own o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where o.relkind in ('r', 'v')
        union all
        select 'constraint ' || o.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          from own o join pg_constraint k on k.conrelid = o.oid
        union all select 'index ' || pg_get_indexdef(o.oid) from own o where o.relkind = 'i'
        union all
        select 'rows of ' || o.relname || ' ' || o.relrowsecurity || ' ' || o.relforcerowsecurity
               || ' ' || pg_get_userbyid(o.relowner)
          from own o where o.relkind = 'r'
        union all
        select 'policy ' || p.tablename || ' ' || p.policyname || ' ' || p.permissive || ' ' || p.roles::text || ' '
               || p.cmd || ' ' || coalesce(p.qual, '') || ' ' || coalesce(p.with_check, '')
          from pg_policies p where p.schemaname = 'public'
        union all
        select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join own o on o.oid = t.tgrelid
         where not t.tgisinternal
        union all
        select 'function ' || pg_get_functiondef(f.oid) from pg_proc f
         where f.pronamespace = 'public'::regnamespace and f.prokind in ('f', 'p')
           and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
        union all
        select 'right on ' || o.relname || ' ' || r.grantee::regrole || ' ' || r.privilege_type
          from own o, aclexplode(o.relacl) r where r.grantee <> 0
        union all
        select 'right on ' || o.relname || '.' || a.attname || ' ' || r.grantee::regrole || ' ' || r.privilege_type
          from own o join pg_attribute a on a.attrelid = o.oid, aclexplode(a.attacl) r where r.grantee <> 0
      ), plain(line) as (select translate(line, '()', '') from defined)
      select count(*), md5(coalesce(string_agg(line, e'\\n' order by line collate "C"), '')) from plain""";
}
