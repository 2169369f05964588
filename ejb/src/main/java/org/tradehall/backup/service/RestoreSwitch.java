package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.locks.LockSupport;
import org.tradehall.backup.model.Restore;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/**
 * Goes live: everybody stops working for some seconds, the databases exchange their names, all
 * servers connect anew. If that cannot be, all stays as it was.
 */
@Named
@Dependent
class RestoreSwitch extends RestoreStep {

  @Inject Maintenance maintenance;
  @Inject LiveDatabase live;
  @Inject SettingValues settings;

  @Override
  void work(Restore restore) {
    var days = settings.getForAll(Settings.RESTORE_UNDO_DAYS);
    maintenance.begin("restore " + restore.id());
    try {
      LockSupport.parkNanos(Maintenance.KNOWN.toNanos());
      live.replace(restore);
      restores.kept(restore.id(), live.predecessor(restore), days);
      if (restore.undoes() != null) {
        restores.gone(restore.undoes());
      }
      maintenance.switched();
      LockSupport.parkNanos(Maintenance.KNOWN.toNanos());
    } finally {
      maintenance.end();
    }
    restores.done(restore.id());
    say(restore, "Live; what was there before is kept for " + days + " days");
  }
}
