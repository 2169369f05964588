package org.tradehall.replica.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.replica.model.Position;

/**
 * What this node knows of the replica, by the watch that looks at it every second, and how it has
 * served.
 */
@ApplicationScoped
public class Replica {

  /** Nanoseconds after which what was seen counts for nothing; the watch itself may be stuck. */
  private static final long STALE = Duration.ofSeconds(3).toNanos();

  /** So far behind nobody waits for it. */
  private static final Duration FAR_BEHIND = Duration.ofSeconds(1);

  /** Nanoseconds for which nobody waits after somebody has waited in vain. */
  private static final long IMPATIENCE = Duration.ofMillis(250).toNanos();

  private static final Logger LOG = Logger.getLogger(Replica.class.getName());

  private final boolean configured = configured(System.getenv());
  private final LongAdder served = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private final Map<FallBack, LongAdder> fallBacks = new EnumMap<>(FallBack.class);

  private volatile Sight sight;
  private volatile Position replayed = Position.NONE;
  private volatile Duration tolerated = Duration.ZERO;
  private volatile long waitedInVainAt = System.nanoTime() - IMPATIENCE;

  public Replica() {
    for (var cause : FallBack.values()) {
      fallBacks.put(cause, new LongAdder());
    }
  }

  /**
   * What the watch has seen.
   *
   * @param problem why it cannot be read; null if it can
   * @param lag for how long it has not had what the primary had; to the second
   * @param lagBytes of the primary's log that it has not replayed
   * @param at {@link System#nanoTime}
   */
  private record Sight(String problem, Duration lag, long lagBytes, long at) {

    boolean isFresh() {
      return System.nanoTime() - at < STALE;
    }
  }

  /** A replica is one only if it is another server than the primary. */
  private static boolean configured(Map<String, String> environment) {
    var host = environment.getOrDefault("TRADEHALL_REPLICA_HOST", "");
    var primaryHost = environment.getOrDefault("TRADEHALL_DB_HOST", "127.0.0.1");
    var primaryPort = environment.getOrDefault("TRADEHALL_DB_PORT", "5432");
    var port = environment.getOrDefault("TRADEHALL_REPLICA_PORT", primaryPort);
    return !host.isBlank() && !(host.equals(primaryHost) && port.equals(primaryPort));
  }

  /** Whether there is one at all. */
  public boolean isConfigured() {
    return configured;
  }

  /**
   * @param most the greatest lag with which it may be read
   */
  public void seen(Position at, Duration lag, long lagBytes, Duration most) {
    if (problem() != null) {
      LOG.info("The replica answers again");
    }
    replayed = at;
    tolerated = most;
    sight = new Sight(null, lag, lagBytes, System.nanoTime());
  }

  public void failed(String problem) {
    if (problem() == null) {
      LOG.log(Level.WARNING, "The primary answers in the replica''s stead: {0}", problem);
    }
    sight = new Sight(problem, Duration.ZERO, -1, System.nanoTime());
    replayed = Position.NONE;
  }

  /** Why it cannot be read from there, for somebody who has to see that position; empty if so. */
  Optional<FallBack> refuses(Position wanted) {
    var seen = sight;
    if (seen == null || seen.problem() != null || !seen.isFresh()) {
      return Optional.of(FallBack.AWAY);
    }
    if (seen.lag().compareTo(tolerated) > 0) {
      return Optional.of(FallBack.LAGGING);
    }
    boolean hopeless =
        seen.lag().compareTo(FAR_BEHIND) > 0 || System.nanoTime() - waitedInVainAt < IMPATIENCE;
    return hopeless && !has(wanted) ? Optional.of(FallBack.OWN_WRITES) : Optional.empty();
  }

  boolean has(Position wanted) {
    return !replayed.isBehind(wanted);
  }

  void hasReplayed(Position position) {
    replayed = replayed.orLater(position);
  }

  void waited(long nanos, boolean caughtUp) {
    waits.increment();
    waitedNanos.add(nanos);
    if (!caughtUp) {
      waitedInVainAt = System.nanoTime();
    }
  }

  void served() {
    served.increment();
  }

  void fellBack(FallBack cause) {
    fallBacks.get(cause).increment();
    if (cause == FallBack.AWAY && isUsable()) {
      failed("It failed while it was read; looked at again within a second");
    }
  }

  /** Whether reads go there now. */
  public boolean isUsable() {
    return refuses(Position.NONE).isEmpty();
  }

  /** Why it is not read; null if the watch found nothing. */
  public String problem() {
    var seen = sight;
    return seen == null ? null : seen.problem();
  }

  /** Null while it is not known. */
  public Duration lag() {
    var seen = sight;
    return seen == null || seen.problem() != null ? null : seen.lag();
  }

  /** Bytes of the primary's log that it has not replayed; -1 while it is not known. */
  public long lagBytes() {
    var seen = sight;
    return seen == null || seen.problem() != null ? -1 : seen.lagBytes();
  }

  public Position replayed() {
    return replayed;
  }

  /** Use cases that it has answered since the start. */
  public long servedCount() {
    return served.sum();
  }

  /** Use cases that it could have answered and did not. */
  public long fallBackCount() {
    return fallBacks.values().stream().mapToLong(LongAdder::sum).sum();
  }

  public long fallBackCount(FallBack cause) {
    return fallBacks.get(cause).sum();
  }

  /** How often somebody waited for it. */
  public long waitCount() {
    return waits.sum();
  }

  /** Milliseconds that were waited in all. */
  public long waitedMillis() {
    return Duration.ofNanos(waitedNanos.sum()).toMillis();
  }
}
