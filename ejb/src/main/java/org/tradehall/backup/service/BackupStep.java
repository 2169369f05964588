package org.tradehall.backup.service;

import jakarta.inject.Inject;
import java.time.Duration;
import org.tradehall.backup.model.Backup;

/** A box of the backup's flow. */
abstract class BackupStep extends OperationStep<Backup> {

  @Inject BackupCatalogue catalogue;
  @Inject BackupFolder folder;

  @Override
  Backup operation() {
    return catalogue
        .ofJob(job.getExecutionId())
        .orElseThrow(() -> new OperationFailed("This job has begun no backup"));
  }

  @Override
  void enter(Backup backup, String stepName) {
    catalogue.enter(backup.id(), stepName);
  }

  @Override
  void leave(Backup backup, String stepName, Duration took) {
    catalogue.leave(backup.id(), stepName, took);
  }

  @Override
  void fail(Backup backup, Exception problem) {
    catalogue.invalid(backup.id(), step.getStepName() + ": " + OperationFailed.reason(problem));
  }

  final void say(Backup backup, String line) {
    catalogue.line(backup.id(), line);
  }

  static String workOf(Backup backup) {
    return "backup-" + backup.id();
  }
}
