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

/**
 * Has the logs sealed every few seconds, behind the backs of those who post. A delay rather than a
 * timetable: a round that takes long is never overtaken by the next.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Anyone("called by the container only")
public class LogSealing {

  private static final int SECONDS = 5;
  private static final Logger LOG = Logger.getLogger(LogSealing.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject SealingRound round;

  private ScheduledFuture<?> rounds;
  private volatile boolean over;

  @PostConstruct
  void start() {
    rounds = executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    over = true;
    rounds.cancel(false);
  }

  private void run() {
    try {
      round.run();
    } catch (RuntimeException e) {
      if (!over) {
        LOG.log(Level.WARNING, "The logs could not be sealed; tried again soon", e);
      }
    }
  }
}
