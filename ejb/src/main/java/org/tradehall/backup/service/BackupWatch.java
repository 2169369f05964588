package org.tradehall.backup.service;

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

/** Has backups looked after, on every node, all the time. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Anyone("called by the container only")
public class BackupWatch {

  private static final int SECONDS = 5;
  private static final Logger LOG = Logger.getLogger(BackupWatch.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject BackupRound round;
  @Inject Maintenance maintenance;
  @Inject Availability availability;

  private ScheduledFuture<?> rounds;
  private ScheduledFuture<?> looks;
  private volatile boolean over;

  @PostConstruct
  void start() {
    rounds =
        executor.scheduleWithFixedDelay(() -> run(round::run), SECONDS, SECONDS, TimeUnit.SECONDS);
    looks = executor.scheduleWithFixedDelay(() -> run(maintenance::look), 0, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    over = true;
    rounds.cancel(false);
    looks.cancel(false);
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // While the databases are exchanged everybody is sent out, also whoever works by the clock.
      if (!over && !availability.isInterrupted()) {
        LOG.log(Level.WARNING, "Backups could not be looked after; tried again later", e);
      }
    }
  }
}
