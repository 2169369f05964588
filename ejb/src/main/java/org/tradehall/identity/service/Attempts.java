package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.tradehall.shared.service.Anyone;

/**
 * Makes trying passwords slow, and never impossible. An attempt is counted before it is judged, in
 * a transaction of its own, so that many at once do not slip through together; a right one is then
 * taken back. After some free attempts each further one doubles the pause, up to a quarter of an
 * hour. A device on which the person has logged in before is counted by itself: whoever tries from
 * elsewhere does not lock the person out there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Anyone("counts attempts; tells nothing but how long to wait")
public class Attempts {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** Of any count nothing is left after so long without an attempt. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

  private static final int IPV6_NETWORK_BYTES = 8;

  /** Who is counted, how many attempts are free, and after how long one of them is forgotten. */
  enum Kind {
    /** A network address: many people may sit behind one. */
    ADDRESS(50, Duration.ofMinutes(1)),
    /** An account, or what could be one, tried from devices that it does not know. */
    ACCOUNT(5, Duration.ofHours(1)),
    /** An account tried from a device that it knows. */
    DEVICE(5, Duration.ofHours(1)),
    /** The second step of a login, and passwords that are asked again. */
    CONFIRMATION(5, Duration.ofMinutes(15)),
    /** Mails to an address that anybody may ask for. */
    MAIL(3, Duration.ofMinutes(20));

    private final int free;
    private final Duration oneForgotten;

    Kind(int free, Duration oneForgotten) {
      this.free = free;
      this.oneForgotten = oneForgotten;
    }
  }

  @Inject EntityManager em;
  @Inject Clock clock;

  /**
   * Counts an attempt.
   *
   * @param subject an e-mail address, network address or the like
   * @return how long to wait, if it is not yet time for one; then it is not counted
   */
  public Optional<Duration> count(Kind kind, String subject) {
    var now = clock.instant();
    var hash = Token.hash(kind == Kind.ADDRESS ? network(subject) : subject);
    try {
      var connection = em.unwrap(Connection.class);
      var count = increment(connection, kind, hash, now);
      if (count.isEmpty()) {
        return Optional.of(Duration.between(now, blockedUntil(connection, kind, hash)));
      }
      block(connection, kind, hash, now.plus(pause(count.get() - kind.free)));
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("An attempt could not be counted", e);
    }
  }

  /** Nothing up to the last free attempt, then 1, 2, 4 … seconds. */
  static Duration pause(int beyond) {
    return beyond < 0
        ? Duration.ZERO
        : beyond > 9 ? LONGEST_PAUSE : Duration.ofSeconds(1L << beyond);
  }

  /** The network of an IPv6 address: its holder has all the addresses in it. */
  static String network(String address) {
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try {
      // Of a numeric address nobody is asked.
      var bytes = InetAddress.getByName(address.replaceAll("%.*$", "")).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static Optional<Integer> increment(
      Connection connection, Kind kind, String hash, Instant now) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into login_attempts as a (kind, subject, count, last_at, blocked_until)
            values (?, ?, 1, ?, ?)
            on conflict (kind, subject) do update set last_at = excluded.last_at,
              count = 1 + greatest(0, a.count
                - floor(extract(epoch from excluded.last_at - a.last_at) / ?)::int)
            where a.blocked_until <= excluded.last_at
            returning a.count""")) {
      insert.setString(1, kind.name());
      insert.setString(2, hash);
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setTimestamp(4, Timestamp.from(now));
      insert.setLong(5, kind.oneForgotten.toSeconds());
      try (var row = insert.executeQuery()) {
        return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
      }
    }
  }

  private static Instant blockedUntil(Connection connection, Kind kind, String hash)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select blocked_until from login_attempts where kind = ? and subject = ?")) {
      query.setString(1, kind.name());
      query.setString(2, hash);
      try (var row = query.executeQuery()) {
        return row.next() ? row.getTimestamp(1).toInstant() : Instant.MIN;
      }
    }
  }

  private static void block(Connection connection, Kind kind, String hash, Instant until)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update login_attempts set blocked_until = ? where kind = ? and subject = ?")) {
      update.setTimestamp(1, Timestamp.from(until));
      update.setString(2, kind.name());
      update.setString(3, hash);
      update.executeUpdate();
    }
  }

  /** The attempt was right: the count begins anew. */
  public void succeeded(Kind kind, String subject) {
    try (var delete =
        em.unwrap(Connection.class)
            .prepareStatement("delete from login_attempts where kind = ? and subject = ?")) {
      delete.setString(1, kind.name());
      delete.setString(2, Token.hash(subject));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("An attempt could not be taken back", e);
    }
  }

  /** The attempt was right, but does not speak for the others from the same network. */
  public void takeBack(Kind kind, String subject) {
    try (var update =
        em.unwrap(Connection.class)
            .prepareStatement(
                "update login_attempts set count = greatest(0, count - 1), blocked_until = last_at"
                    + " where kind = ? and subject = ?")) {
      update.setString(1, kind.name());
      update.setString(2, Token.hash(kind == Kind.ADDRESS ? network(subject) : subject));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("An attempt could not be taken back", e);
    }
  }

  /** What nobody would count on any more. */
  public void forgetOld() {
    try (var delete =
        em.unwrap(Connection.class)
            .prepareStatement("delete from login_attempts where last_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Old attempts could not be forgotten", e);
    }
  }
}
