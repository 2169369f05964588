package org.tradehall.archive.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has archives brought in, in the background. */
@ApplicationScoped
public class ArchiveRunner {

  private static final Logger LOG = Logger.getLogger(ArchiveRunner.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject ArchiveWork work;

  void submit(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArchiveDue due) {
    executor.execute(() -> run(due));
  }

  private void run(ArchiveDue due) {
    try (var archive = due.archive()) {
      work.run(due, archive);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "What became of import " + due.id() + " was not noted");
    }
  }
}
