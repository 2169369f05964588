package org.tradehall.archive.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tradehall.archive.model.ArchiveImport;
import org.tradehall.archive.model.ArchiveImportState;
import org.tradehall.shared.service.Node;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;

/** What is noted of imports of businesses, in transactions of its own. */
@Stateless
@RequiresAdmin(AdminPermission.BUSINESS_CREATE)
public class ArchiveImports {

  /** Nobody works that long without a sign of life. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

  private static final String BETWEEN = "\u001f";

  private static final String SELECT =
      """
      select i.id, i.file_name, i.name, u.name, i.asked_at, i.state, i.rows_done, i.row_count,
        i.ended_at, i.problem, i.opened_id, i.node, i.heartbeat_at
      from archive_imports i join users u on u.id = i.asked_by""";

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Event<ArchiveDue> due;
  @Inject Node node;
  @Inject Clock clock;

  /** What an archive has to fit. */
  record Here(List<ArchiveTable> tables, String schemaVersion) {}

  /** What an archive has to fit. */
  public Here here() {
    var connection = connection();
    try {
      return new Here(ArchiveTables.of(connection), ArchiveTables.schemaVersion(connection));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Notes an import that begins once this transaction is through.
   *
   * @param business not persisted yet
   */
  public long begin(
      String fileName,
      String ownerEmail,
      Business business,
      ReceivedArchive archive,
      List<ArchiveTable> tables) {
    var sql =
        """
        insert into archive_imports (id, file_name, name, asked_by, asked_at, node, state,
          rows_done, row_count, heartbeat_at)
        values (nextval('ids'), ?, ?, ?, now(), ?, 'RUNNING', 0, ?, now()) returning id""";
    try (var insert = connection().prepareStatement(sql)) {
      insert.setString(1, fileName);
      insert.setString(2, business.getName());
      insert.setLong(3, context.getUserId());
      insert.setString(4, node.name());
      insert.setLong(5, Arrival.count(tables, archive.checkedManifest()));
      try (var row = insert.executeQuery()) {
        row.next();
        var id = row.getLong(1);
        due.fire(new ArchiveDue(id, context.getUserId(), ownerEmail, business, archive));
        return id;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Says how far it is, whatever becomes of it. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void advance(Long id, Long rows) {
    var sql = "update archive_imports set rows_done = ?, heartbeat_at = now() where id = ?";
    try (var update = connection().prepareStatement(sql)) {
      update.setLong(1, rows);
      update.setLong(2, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Says that it failed, and why.
   *
   * @param code key of the message
   * @param arguments what the message names
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void fail(Long id, String code, Object... arguments) {
    var sql =
        "update archive_imports set state = 'FAILED', ended_at = now(), problem = ? where id = ?";
    var problem =
        Stream.concat(Stream.of(code), Arrays.stream(arguments))
            .map(each -> String.valueOf(each).replace(BETWEEN, "").replace("\0", ""))
            .collect(Collectors.joining(BETWEEN));
    try (var update = connection().prepareStatement(sql)) {
      update.setString(1, problem);
      update.setLong(2, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** In the transaction of the import itself: so it is done if and only if this says so. */
  static void done(Connection connection, long id, long businessId) throws SQLException {
    var sql =
        """
        update archive_imports set state = 'DONE', ended_at = now(), rows_done = row_count,
          opened_id = ? where id = ?""";
    try (var update = connection.prepareStatement(sql)) {
      update.setLong(1, businessId);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  public List<ArchiveImport> latest(int most) {
    return list(" order by i.asked_at desc, i.id desc limit ?", most);
  }

  public Optional<ArchiveImport> find(Long id) {
    return list(" where i.id = ?", id).stream().findFirst();
  }

  private List<ArchiveImport> list(String which, long argument) {
    var found = new ArrayList<ArchiveImport>();
    try (var query = connection().prepareStatement(SELECT + which)) {
      query.setLong(1, argument);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return found;
  }

  private ArchiveImport read(ResultSet row) throws SQLException {
    var problem = row.getString(10);
    return new ArchiveImport(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        state(row),
        row.getLong(7),
        row.getLong(8),
        instant(row.getTimestamp(9)),
        problem == null ? List.of() : List.of(problem.split(BETWEEN, -1)),
        row.getObject(11, Long.class));
  }

  /** A server of the same name that started anew does not go on where the one before died. */
  private ArchiveImportState state(ResultSet row) throws SQLException {
    var state = ArchiveImportState.valueOf(row.getString(6));
    var at = row.getString(12);
    boolean elsewhere = !name(at).equals(name(node.name()));
    var silentUntil = row.getTimestamp(13).toInstant().plus(LONGEST_SILENCE);
    boolean lives = at.equals(node.name()) || (elsewhere && clock.instant().isBefore(silentUntil));
    return state == ArchiveImportState.RUNNING && !lives ? ArchiveImportState.INTERRUPTED : state;
  }

  private static String name(String start) {
    return start.substring(0, Math.max(start.indexOf('/'), 0));
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("Imports of businesses could not be noted", e);
  }
}
