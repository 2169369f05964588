package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Backup;

/** The end of a backup. */
@Named
@Dependent
class BackupEnd extends OperationEnd {

  @Inject BackupCatalogue catalogue;
  @Inject BackupLeftovers leftovers;

  @Override
  void clear() {
    catalogue.ofJob(job.getExecutionId()).ifPresent(this::clear);
  }

  private void clear(Backup backup) {
    catalogue.invalid(backup.id(), backup.step() + ": stopped");
    leftovers.clear(backup.id());
  }
}
