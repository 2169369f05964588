package org.tradehall.backup.service;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.tradehall.backup.model.Backup;

/** A box of the backup's flow: notes when it was entered and left, and why it failed. */
abstract class BackupStep extends AbstractBatchlet {

  @Inject JobContext job;
  @Inject StepContext step;
  @Inject BackupCatalogue catalogue;
  @Inject BackupFolder folder;

  private volatile Thread worker;

  @Override
  public String process() {
    worker = Thread.currentThread();
    var begun = Instant.now();
    var backup = begin();
    try {
      catalogue.enter(backup.id(), step.getStepName());
      work(backup);
      catalogue.leave(backup.id(), step.getStepName(), Duration.between(begun, Instant.now()));
      return "DONE";
    } catch (RuntimeException e) {
      catalogue.invalid(backup.id(), step.getStepName() + ": " + OperationFailed.reason(e));
      throw e;
    } finally {
      worker = null;
    }
  }

  /** The backup that this job makes. */
  Backup begin() {
    return catalogue
        .ofJob(job.getExecutionId())
        .orElseThrow(() -> new OperationFailed("This job has begun no backup"));
  }

  abstract void work(Backup backup);

  final void say(Backup backup, String line) {
    catalogue.line(backup.id(), line);
  }

  static String workOf(Backup backup) {
    return "backup-" + backup.id();
  }

  /** Asked for by the server when somebody stops the job: the program under way is ended. */
  @Override
  public void stop() {
    var working = worker;
    if (working != null) {
      working.interrupt();
    }
  }
}
