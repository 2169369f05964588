package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Restore;

/** The end of a whole restore. */
@Named
@Dependent
class RestoreEnd extends OperationEnd {

  @Inject RestoreCatalogue restores;
  @Inject RestoreLeftovers leftovers;
  @Inject Event<RestoreEnded> ended;

  @Override
  void clear() {
    restores.ofJob(job.getExecutionId()).ifPresent(this::clear);
  }

  private void clear(Restore restore) {
    leftovers.conclude(restore, restore.step() + ": stopped");
    leftovers.clear(restore.id());
  }

  @Override
  void tell() {
    restores
        .ofJob(job.getExecutionId())
        .ifPresent(restore -> ended.fire(new RestoreEnded(restore)));
  }
}
