package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.RestorationState;

/** The end of either job of a business's restore. */
@Named
@Dependent
class RestorationEnd extends OperationEnd {

  @Inject Restorations restorations;
  @Inject RestorationLeftovers leftovers;

  @Override
  void clear() {
    var during =
        job.getJobName().equals(RestorationDue.PREPARE)
            ? RestorationState.PREPARING
            : RestorationState.RESTORING;
    restorations
        .find(RestorationStep.of(job))
        .ifPresent(restoration -> leftovers.clear(restoration, during));
  }
}
