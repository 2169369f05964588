package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.tradehall.shared.service.Availability;
import org.tradehall.shared.service.ConnectionPools;

/**
 * The short time in which nobody works because a restored database takes the place of the one
 * before. Every server asks every second.
 */
@ApplicationScoped
public class Maintenance {

  /** After which each server knows. */
  static final Duration KNOWN = Duration.ofSeconds(3);

  private static final List<String> POOLS = List.of("primary", "replica", "platform");

  @Inject Operations operations;

  @Inject Availability availability;

  private long switched = -1;

  void begin(String reason) {
    operations.change("update maintenance set since = now(), reason = ?", reason);
    look();
  }

  void end() {
    operations.change("update maintenance set since = null, reason = null");
    look();
  }

  /** Another database bears the name now: every server lets go of the connections it has. */
  void switched() {
    operations.change("update maintenance set switched = switched + 1");
    look();
  }

  /** Asks how it stands, and lets go of connections that lead to the wrong place. */
  synchronized void look() {
    var row =
        operations.texts("select switched || ' ' || (since is not null) from maintenance").get(0);
    var parts = row.split(" ", 2);
    var times = Long.parseLong(parts[0]);
    var on = Boolean.parseBoolean(parts[1]);
    // At the first look of all there are no connections yet that could lead anywhere.
    var begins = on && !availability.isInterrupted() && switched >= 0;
    if (on) {
      availability.interrupt();
    }
    if (begins) {
      // What is idle goes now, rather than to be found dead; what is under way may end.
      POOLS.forEach(ConnectionPools::letGoIdle);
    } else if (switched >= 0 && (times != switched || on != availability.isInterrupted())) {
      // At the end as well: until the replica has replayed the exchange it leads to the wrong
      // place.
      POOLS.forEach(ConnectionPools::letGo);
    }
    switched = times;
    if (!on) {
      availability.resume();
    }
  }
}
