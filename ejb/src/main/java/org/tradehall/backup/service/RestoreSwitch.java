package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.locks.LockSupport;
import org.tradehall.backup.model.Restore;

/**
 * Goes live: everybody stops working for some seconds, the databases exchange their names, all
 * servers connect anew. If that cannot be, all stays as it was.
 */
@Named
@Dependent
class RestoreSwitch extends RestoreStep {

  @Inject Maintenance maintenance;
  @Inject LiveDatabase live;

  @Override
  void work(Restore restore) {
    maintenance.begin("restore " + restore.id());
    try {
      LockSupport.parkNanos(Maintenance.KNOWN.toNanos());
      live.replace(restore);
      maintenance.switched();
      LockSupport.parkNanos(Maintenance.KNOWN.toNanos());
    } finally {
      maintenance.end();
    }
    leftovers.conclude(restore, "switch: stopped");
  }
}
