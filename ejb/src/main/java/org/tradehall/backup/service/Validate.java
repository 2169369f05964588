package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.service.BackupFolder.Stored;

/**
 * Proves the stored file: it is read, restored into a side database, and that is compared, table by
 * table and definition by definition, with what the dump's own snapshot held.
 */
@Named
@Dependent
class Validate extends BackupStep {

  @Inject SideDatabase side;

  @Override
  void work(Backup backup) {
    var name = side.name(workOf(backup));
    folder.verify(new Stored(backup.file(), backup.bytes(), backup.sha256()));
    side.restore(backup, name, folder.work(workOf(backup)));
    var different = TableSum.differences(catalogue.tables(backup.id()), side.contents(name));
    side.drop(name);
    if (!different.isEmpty()) {
      throw new OperationFailed("The restored backup differs: " + String.join(", ", different));
    }
    catalogue.valid(backup.id());
    say(
        backup,
        "Restored and compared: %d tables, %d rows, all the same"
            .formatted(backup.tables(), backup.rows()));
  }
}
