package org.tradehall.platform.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Availability;

/**
 * Has the logs sealed every few seconds, behind the backs of those who post, and shortened daily. A
 * delay rather than a timetable: a round that takes long is never overtaken by the next.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Anyone("called by the container only")
public class LogCare {

  private static final int SECONDS = 5;
  private static final Logger LOG = Logger.getLogger(LogCare.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject SealingRound sealing;
  @Inject RetentionRound retention;
  @Inject Availability availability;

  private ScheduledFuture<?> sealings;
  private ScheduledFuture<?> retentions;
  private volatile boolean over;

  @PostConstruct
  void start() {
    sealings =
        executor.scheduleWithFixedDelay(
            () -> run(sealing::run), SECONDS, SECONDS, TimeUnit.SECONDS);
    retentions = executor.scheduleWithFixedDelay(() -> run(retention::run), 1, 24, TimeUnit.HOURS);
  }

  @PreDestroy
  void stop() {
    over = true;
    sealings.cancel(false);
    retentions.cancel(false);
  }

  private void run(Runnable round) {
    if (availability.isInterrupted()) {
      return;
    }
    try {
      round.run();
    } catch (RuntimeException e) {
      if (!over && !availability.isInterrupted()) {
        LOG.log(Level.WARNING, "The logs could not be looked after; tried again later", e);
      }
    }
  }
}
