package org.tradehall.backup.service;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** However a backup ends, nothing half-done is left of it, and the turn is given back. */
@Named
@Dependent
class BackupEnd extends AbstractJobListener {

  @Inject JobContext job;
  @Inject BackupCatalogue catalogue;
  @Inject BackupLeftovers leftovers;
  @Inject OperationLock lock;

  @Override
  public void afterJob() {
    var backup = catalogue.ofJob(job.getExecutionId());
    if (backup.isEmpty()) {
      return;
    }
    try {
      catalogue.invalid(backup.get().id(), backup.get().step() + ": stopped");
      leftovers.clear(backup.get().id());
    } finally {
      lock.release();
    }
  }
}
