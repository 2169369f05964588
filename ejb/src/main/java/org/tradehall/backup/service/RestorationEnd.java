package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The end of either job of a business's restore. */
@Named
@Dependent
class RestorationEnd extends OperationEnd {

  @Inject Restorations restorations;
  @Inject RestorationLeftovers leftovers;

  @Override
  void clear() {
    restorations.find(RestorationStep.of(job)).ifPresent(leftovers::clear);
  }
}
