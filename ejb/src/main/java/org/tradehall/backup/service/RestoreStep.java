package org.tradehall.backup.service;

import jakarta.inject.Inject;
import java.time.Duration;
import org.tradehall.backup.model.Restore;

/** A box of the flow of a whole restore. */
abstract class RestoreStep extends OperationStep<Restore> {

  @Inject RestoreCatalogue restores;
  @Inject RestoreLeftovers leftovers;

  @Override
  Restore operation() {
    return restores
        .ofJob(job.getExecutionId())
        .orElseThrow(() -> new OperationFailed("This job has begun no restore"));
  }

  @Override
  void enter(Restore restore, String stepName) {
    restores.enter(restore.id(), stepName);
  }

  @Override
  void leave(Restore restore, String stepName, Duration took) {
    restores.leave(restore.id(), stepName, took);
  }

  @Override
  void fail(Restore restore, Exception problem) {
    leftovers.conclude(restore, step.getStepName() + ": " + OperationFailed.reason(problem));
  }

  final void say(Restore restore, String line) {
    restores.line(restore.id(), line);
  }

  static String workOf(Restore restore) {
    return "restore-" + restore.id();
  }
}
