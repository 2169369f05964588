package org.tradehall.backup.service;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the jobs of a business's restore. */
@ApplicationScoped
public class RestorationJobs {

  /** Of both jobs. */
  static final String RESTORATION = "restoration";

  private static final Logger LOG = Logger.getLogger(RestorationJobs.class.getName());

  @Resource ManagedExecutorService executor;

  /** In another thread: this one is still in the transaction that has just been committed. */
  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RestorationDue due) {
    executor.execute(() -> begin(due));
  }

  private static void begin(RestorationDue due) {
    var parameters = new Properties();
    parameters.setProperty(RESTORATION, String.valueOf(due.restoration()));
    LOG.log(
        Level.INFO,
        "{0} begins, job {1}",
        new Object[] {due, BatchRuntime.getJobOperator().start(due.job(), parameters)});
  }
}
