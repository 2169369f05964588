package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Restore;

/** Restores the backup into a database beside the live one; what is kept is there already. */
@Named
@Dependent
class RestoreSide extends RestoreStep {

  @Inject BackupCatalogue backups;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;

  @Override
  void work(Restore restore) {
    if (restore.undoes() != null) {
      return;
    }
    var backup = backups.find(restore.backupId()).orElseThrow();
    side.restore(backup, side.name(workOf(restore)), folder.work(workOf(restore)));
    say(restore, "Restored beside the live database");
  }
}
