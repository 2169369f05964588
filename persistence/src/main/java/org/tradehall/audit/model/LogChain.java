package org.tradehall.audit.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Recomputes the seals of one log and finds the first place where they do not hold. Shares nothing
 * with the sealing but the form that docs/audit.md describes. Needs a role that sees the log, and
 * changes nothing.
 */
public final class LogChain {

  /** Written first, so that another form can never be taken for this one. */
  private static final String FORM = "tradehall-log-1";

  /** Entries of the same moment may be sealed in any order; what is older than that got in late. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private static final int ROWS_AT_ONCE = 1_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String FIELDS =
      "l.id, l.recorded_at, l.user_id, l.on_behalf_of, l.channel, l.place, l.address, l.request,"
          + " l.action, l.entity, l.entity_id, l.detail, l.facts_before, l.facts_after";

  private final Connection connection;
  private final Long businessId;

  private byte[] hash = new byte[32];
  private long sequence;
  private long entries;
  private Instant newest = Instant.MIN;

  private LogChain(Connection connection, Long businessId) {
    this.connection = connection;
    this.businessId = businessId;
  }

  /** The log of a business, or of the platform if that is null. */
  public static LogChain of(Connection connection, Long businessId) {
    return new LogChain(connection, businessId);
  }

  /** Businesses that have a chain. */
  public static List<Long> businesses(Connection connection) throws SQLException {
    var ids = new ArrayList<Long>();
    try (var select =
            connection.prepareStatement(
                "select business_id from system_log_heads"
                    + " union select business_id from system_log_seals order by 1");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  /**
   * Walks the whole chain.
   *
   * @param kept heads that were kept elsewhere, of any chains and times
   */
  public LogVerdict verify(List<LogHead> kept) throws SQLException {
    var head = head();
    begin();
    var known =
        kept.stream()
            .filter(each -> java.util.Objects.equals(each.businessId(), businessId))
            .filter(each -> each.sequence() > sequence)
            .toList();
    var fault = walk(known);
    if (fault != null) {
      return fault;
    }
    return end(head, known);
  }

  /** The last seal by the database's own account. */
  private LogHead head() throws SQLException {
    try (var select =
            prepare("select sequence, hash from " + prefix() + "_heads" + where("business_id"));
        var row = select.executeQuery()) {
      return row.next()
          ? new LogHead(businessId, row.getLong(1), hex(row.getBytes(2)))
          : new LogHead(businessId, 0, hex(new byte[32]));
    }
  }

  /** Behind what retention has deleted. */
  private void begin() throws SQLException {
    try (var select =
            prepare(
                "select sequence, hash from "
                    + prefix()
                    + "_checkpoints"
                    + where("business_id")
                    + " order by sequence desc limit 1");
        var row = select.executeQuery()) {
      if (row.next()) {
        sequence = row.getLong(1);
        hash = row.getBytes(2);
      }
    }
  }

  private LogVerdict walk(List<LogHead> known) throws SQLException {
    try (var select =
        prepare(
            "select s.sequence, s.hash, s.log_id, "
                + FIELDS
                + " from "
                + prefix()
                + "_seals s left join "
                + prefix()
                + "s l on l.id = s.log_id"
                + (businessId == null ? "" : " and l.business_id = s.business_id")
                + where("s.business_id")
                + " order by s.sequence")) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var fault = fault(row, known);
          if (fault != null) {
            return fault;
          }
        }
      }
    }
    return null;
  }

  private LogVerdict fault(ResultSet row, List<LogHead> known) throws SQLException {
    long next = row.getLong("sequence");
    if (next != sequence + 1) {
      return verdict(LogFault.REMOVED, sequence + 1, null);
    }
    long logId = row.getLong("log_id");
    if (row.getObject("id") == null) {
      return verdict(LogFault.REMOVED, next, logId);
    }
    var sealed = row.getBytes("hash");
    var computed = hash(next, row);
    if (!MessageDigest.isEqual(sealed, computed)) {
      return verdict(
          isSealOfAnother(next, sealed) ? LogFault.REORDERED : LogFault.CHANGED, next, logId);
    }
    for (var head : known) {
      if (head.sequence() == next && !head.hash().equals(hex(computed))) {
        return verdict(LogFault.REWRITTEN, next, logId);
      }
    }
    var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    if (recordedAt.isBefore(newest.equals(Instant.MIN) ? newest : newest.minus(TOLERANCE))) {
      return verdict(LogFault.INSERTED, next, logId);
    }
    newest = recordedAt.isAfter(newest) ? recordedAt : newest;
    hash = computed;
    sequence = next;
    entries++;
    return null;
  }

  /** Whether the seal fits an entry that now stands somewhere else. */
  private boolean isSealOfAnother(long place, byte[] sealed) throws SQLException {
    try (var select =
        prepare("select " + FIELDS + " from " + prefix() + "s l" + where("l.business_id"))) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          if (MessageDigest.isEqual(sealed, hash(place, row))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private LogVerdict end(LogHead head, List<LogHead> known) throws SQLException {
    for (var each : known) {
      if (each.sequence() > sequence) {
        return verdict(LogFault.CUT_OFF, sequence + 1, null);
      }
    }
    if (head.sequence() > sequence) {
      return verdict(LogFault.CUT_OFF, sequence + 1, null);
    }
    if (head.sequence() == sequence && !head.hash().equals(hex(hash))) {
      return verdict(LogFault.CHANGED, sequence, null);
    }
    var stray = stray();
    return stray == null ? verdict(null, 0, null) : verdict(LogFault.INSERTED, 0, stray);
  }

  /** An entry that has no seal and does not wait for one. */
  private Long stray() throws SQLException {
    var business = businessId == null ? "" : " and %s.business_id = l.business_id";
    try (var select =
            prepare(
                "select l.id from "
                    + prefix()
                    + "s l"
                    + where("l.business_id")
                    + (businessId == null ? " where" : " and")
                    + " not exists (select from "
                    + prefix()
                    + "_seals s where s.log_id = l.id"
                    + business.formatted("s")
                    + ") and not exists (select from "
                    + prefix()
                    + "s_unsealed u where u.id = l.id"
                    + business.formatted("u")
                    + ") order by l.recorded_at, l.id limit 1");
        var row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : null;
    }
  }

  private long waiting() throws SQLException {
    try (var select =
            prepare("select count(*) from " + prefix() + "s_unsealed" + where("business_id"));
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private LogVerdict verdict(LogFault fault, long at, Long logId) throws SQLException {
    return new LogVerdict(
        new LogHead(businessId, sequence, hex(hash)), entries, waiting(), fault, at, logId);
  }

  private byte[] hash(long place, ResultSet row) throws SQLException {
    var digest = sha256();
    digest.update(hash);
    digest.update(canonical(place, row).getBytes(StandardCharsets.UTF_8));
    return digest.digest();
  }

  private String canonical(long place, ResultSet row) throws SQLException {
    var time = row.getObject("recorded_at", OffsetDateTime.class);
    var text = new StringBuilder();
    add(text, FORM);
    add(text, String.valueOf(place));
    add(text, businessId == null ? null : businessId.toString());
    add(text, row.getString("id"));
    add(text, TIME.format(time));
    for (var field :
        List.of("user_id", "on_behalf_of", "channel", "place", "address", "request", "action")) {
      add(text, row.getString(field));
    }
    for (var field : List.of("entity", "entity_id", "detail", "facts_before", "facts_after")) {
      add(text, row.getString(field));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String field) {
    if (field == null) {
      text.append("-,");
    } else {
      var bytes = field.getBytes(StandardCharsets.UTF_8).length;
      text.append(bytes).append(':').append(field).append(',');
    }
  }

  private String prefix() {
    return businessId == null ? "platform_log" : "system_log";
  }

  private String where(String column) {
    return businessId == null ? "" : " where " + column + " = ?";
  }

  private java.sql.PreparedStatement prepare(String sql) throws SQLException {
    var statement = connection.prepareStatement(sql);
    if (businessId != null) {
      statement.setLong(1, businessId);
    }
    return statement;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
