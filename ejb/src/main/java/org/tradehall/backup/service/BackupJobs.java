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

/** Starts the jobs; the server's console and command line start them in the same way. */
@ApplicationScoped
public class BackupJobs {

  private static final Logger LOG = Logger.getLogger(BackupJobs.class.getName());

  @Resource ManagedExecutorService executor;

  /** In another thread: this one is still in the transaction that has just been committed. */
  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) BackupDue due) {
    var parameters = new Properties();
    parameters.setProperty("cause", due.cause().name());
    parameters.setProperty("attempt", String.valueOf(due.attempt()));
    set(parameters, "askedBy", due.askedBy());
    executor.execute(() -> begin("backup", parameters));
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RestoreDue due) {
    var parameters = new Properties();
    set(parameters, "backup", due.backupId());
    set(parameters, "undoes", due.undoes());
    set(parameters, "askedBy", due.askedBy());
    executor.execute(() -> begin("restore", parameters));
  }

  private static void set(Properties parameters, String name, Long value) {
    if (value != null) {
      parameters.setProperty(name, String.valueOf(value));
    }
  }

  private static void begin(String name, Properties parameters) {
    var job = BatchRuntime.getJobOperator().start(name, parameters);
    LOG.log(Level.INFO, "Job {0} begins: {1} {2}", new Object[] {job, name, parameters});
  }
}
