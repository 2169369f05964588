package org.tradehall.privacy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.privacy.service.PersonalData.Section;

/**
 * Finds a person's rows by asking the database's own catalogue which columns name persons, so that
 * a table that is made tomorrow is not forgotten.
 */
@ApplicationScoped
public class PersonalTables {

  /** Of one table at most so many rows; the newest. */
  private static final int MOST_ROWS = 10_000;

  private static final String NAMING_COLUMNS =
      """
      select c.relname, string_agg(distinct a.attname, ',' order by a.attname)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
         and has_table_privilege(c.oid, 'select')
         and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'business_id') = ?
         and (a.attname = ? or exists (select from pg_constraint k where k.conrelid = c.oid
               and k.contype = 'f' and k.confrelid = ?::regclass
               and a.attnum = k.conkey[array_length(k.conkey, 1)]))
       group by c.relname order by c.relname""";

  private static final String TOLD_COLUMNS =
      """
      select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
       where attrelid = ?::regclass and attnum > 0 and not attisdropped
         and attname !~ '(hash|secret|token|password|otp|fingerprint|answer|content|_key$|^version$)'""";

  @Inject EntityManager em;

  /** The customer's own row, and all rows of the business that name him. */
  List<Section> ofCustomer(Long id) {
    var sections = new ArrayList<Section>();
    sections.add(rows("customers", "customers", List.of("id"), id));
    sections.addAll(naming(true, "customer_id", "customers", id));
    return sections;
  }

  /** The user's own row, and all rows outside businesses that name him. */
  List<Section> ofUser(Long id) {
    var sections = new ArrayList<Section>();
    sections.add(rows("users", "users", List.of("id"), id));
    sections.addAll(naming(false, "user_id", "users", id));
    sections.add(rows("platform_logs", "my_platform_logs()", List.of("user_id"), id));
    return sections;
  }

  /** All rows of the transaction's business that name the user. */
  List<Section> ofMember(Long id) {
    return naming(true, "user_id", "users", id);
  }

  private List<Section> naming(boolean ofBusinesses, String column, String table, Long id) {
    var sections = new ArrayList<Section>();
    try (var select = connection().prepareStatement(NAMING_COLUMNS)) {
      select.setBoolean(1, ofBusinesses);
      select.setString(2, column);
      select.setString(3, table);
      try (var found = select.executeQuery()) {
        while (found.next()) {
          var columns = List.of(found.getString(2).split(",", -1));
          sections.add(rows(found.getString(1), found.getString(1), columns, id));
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    sections.removeIf(section -> section.rows().isEmpty());
    return sections;
  }

  private Section rows(String name, String source, List<String> columns, Long id) {
    var conditions = columns.stream().map(column -> column + " = ?").toList();
    var sql =
        "select "
            + toldColumns(name)
            + " from "
            + source
            + " where "
            + String.join(" or ", conditions)
            + " order by 2 desc limit "
            + MOST_ROWS;
    try (var select = connection().prepareStatement(sql)) {
      for (int i = 1; i <= columns.size(); i++) {
        select.setLong(i, id);
      }
      try (var found = select.executeQuery()) {
        return section(name, found);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private String toldColumns(String table) throws IllegalStateException {
    try (var select = connection().prepareStatement(TOLD_COLUMNS)) {
      select.setString(1, table);
      try (var found = select.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Section section(String name, ResultSet found) throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      columns.add(found.getMetaData().getColumnLabel(i));
    }
    var rows = new ArrayList<List<String>>();
    while (found.next()) {
      var row = new ArrayList<String>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(found.getString(i));
      }
      rows.add(row);
    }
    return new Section(name, columns, rows);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("Personal data could not be looked up", e);
  }
}
