package org.tradehall.backup.service;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** However a restore ends, nothing half-done is left of it, and the turn is given back. */
@Named
@Dependent
class RestoreEnd extends AbstractJobListener {

  @Inject JobContext job;
  @Inject RestoreCatalogue restores;
  @Inject RestoreLeftovers leftovers;
  @Inject OperationLock lock;
  @Inject Event<RestoreEnded> ended;

  @Override
  public void afterJob() {
    var restore = restores.ofJob(job.getExecutionId());
    if (restore.isEmpty()) {
      return;
    }
    var id = restore.get().id();
    try {
      restores.failed(id, restore.get().step() + ": stopped");
      leftovers.clear(id);
    } finally {
      lock.release();
    }
    ended.fire(new RestoreEnded(restores.find(id).orElseThrow()));
  }
}
