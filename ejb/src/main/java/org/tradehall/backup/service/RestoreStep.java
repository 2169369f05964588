package org.tradehall.backup.service;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.tradehall.backup.model.Restore;

/** A box of the restore's flow: notes when it was entered and left, and why it failed. */
abstract class RestoreStep extends AbstractBatchlet {

  @Inject JobContext job;
  @Inject StepContext step;
  @Inject RestoreCatalogue restores;

  private volatile Thread worker;

  @Override
  public String process() {
    worker = Thread.currentThread();
    var begun = Instant.now();
    var restore = begin();
    try {
      restores.enter(restore.id(), step.getStepName());
      work(restore);
      restores.leave(restore.id(), step.getStepName(), Duration.between(begun, Instant.now()));
      return "DONE";
    } catch (RuntimeException e) {
      restores.failed(restore.id(), step.getStepName() + ": " + OperationFailed.reason(e));
      throw e;
    } finally {
      worker = null;
    }
  }

  /** The restore that this job makes. */
  Restore begin() {
    return restores
        .ofJob(job.getExecutionId())
        .orElseThrow(() -> new OperationFailed("This job has begun no restore"));
  }

  abstract void work(Restore restore);

  final void say(Restore restore, String line) {
    restores.line(restore.id(), line);
  }

  static String workOf(Restore restore) {
    return "restore-" + restore.id();
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
