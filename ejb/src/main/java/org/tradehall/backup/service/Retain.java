package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import org.tradehall.backup.model.Backup;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/** Deletes files that are older than they have to be kept, never the last valid one. */
@Named
@Dependent
class Retain extends BackupStep {

  @Inject SettingValues settings;

  @Override
  void work(Backup backup) {
    catalogue.settleAlarms();
    var oldest =
        Instant.now().minus(Duration.ofDays(settings.getForAll(Settings.BACKUP_KEEP_DAYS)));
    catalogue.usable().stream()
        .skip(1)
        .filter(old -> old.takenAt().isBefore(oldest))
        .forEach(
            old -> {
              folder.delete(old.file());
              catalogue.deleted(old.id());
              say(backup, old.file() + " is older than it has to be kept, deleted");
            });
  }
}
