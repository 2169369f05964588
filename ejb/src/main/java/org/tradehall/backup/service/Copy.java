package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.service.BackupFolder.Stored;

/** Puts a copy into the second place, where there is one. */
@Named
@Dependent
class Copy extends BackupStep {

  @Override
  void work(Backup backup) {
    var second = folder.second();
    if (second.isEmpty()) {
      say(
          backup,
          "No second place is set (TRADEHALL_BACKUP_COPY): this backup is on one disk only");
      return;
    }
    folder.copy(new Stored(backup.file(), backup.bytes(), backup.sha256()), second.get());
    catalogue.copied(backup.id());
    say(backup, "Copied to " + second.get());
  }
}
