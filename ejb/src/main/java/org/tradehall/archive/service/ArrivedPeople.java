package org.tradehall.archive.service;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.tradehall.shared.model.RefusedException;

/**
 * Who the people of an archive are here: the user with the same address; for others a user who
 * bears the name and cannot log in, so that documents tell who did it, and nobody is said to have
 * done what he did not.
 */
final class ArrivedPeople {

  /** They stand in memory. */
  private static final int MOST = 100_000;

  private record Person(String email, String name) {}

  private final Connection connection;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> here = new HashMap<>();

  ArrivedPeople(Connection connection, ReceivedArchive archive) throws IOException {
    this.connection = connection;
    try (var rows = archive.rows(ArchiveTable.PEOPLE)) {
      var headings = rows.headings();
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        var fields = row.get();
        if (people.size() == MOST) {
          throw rows.broken();
        }
        people.put(
            fields[headings.indexOf("id")],
            new Person(fields[headings.indexOf("email")], fields[headings.indexOf("name")]));
      }
    }
  }

  /**
   * The id here.
   *
   * @param id as the archive has it; null for nobody
   * @throws RefusedException if the archive does not tell who that is
   */
  String id(String id) throws SQLException {
    if (id == null) {
      return null;
    }
    var known = known(id);
    if (known == null) {
      throw new RefusedException("archive.person-unknown", id);
    }
    return known;
  }

  /** The same, but null for somebody of whom the archive does not tell. */
  String known(String id) throws SQLException {
    if (!here.containsKey(id) && people.containsKey(id)) {
      var person = people.get(id);
      var found = find(person.email());
      here.put(id, found == null ? add(person.name()) : found);
    }
    return here.get(id);
  }

  private String find(String email) throws SQLException {
    // An address that stands for somebody is nobody's; both installations may have it.
    if (email == null || email.endsWith("@invalid")) {
      return null;
    }
    try (var query = connection.prepareStatement("select id from users where email = lower(?)")) {
      query.setString(1, email);
      try (var row = query.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /** No password has the hash that this user gets. */
  private String add(String name) throws SQLException {
    var sql =
        """
        insert into users (id, email, name, password_hash, active, created_at, version)
        select id, 'imported-' || id || '@invalid', ?,
          'PBKDF2WithHmacSHA512:210000:' || encode(sha256(gen_random_uuid()::text::bytea), 'base64')
            || ':' || encode(sha256(gen_random_uuid()::text::bytea), 'base64'), false, now(), 1
        from nextval('ids') id returning id""";
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, name);
      try (var row = insert.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
