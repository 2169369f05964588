package org.tradehall.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * The one clock. It ticks in microseconds, the database's own precision, so that an instant is the
 * same before and after it was stored.
 */
@ApplicationScoped
public class ClockProducer {

  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
