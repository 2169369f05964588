package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Restore;

/**
 * Looks whether what was restored is fit to go live: schema, counts, checksums, walls, and the sums
 * that have to be right whatever the data.
 */
@Named
@Dependent
class RestoreVerify extends RestoreStep {

  @Inject BackupCatalogue backups;
  @Inject SideDatabase side;
  @Inject LiveDatabase live;

  @Override
  void work(Restore restore) {
    var name = live.successor(restore);
    var contents = side.contents(name);
    if (restore.backupId() != null) {
      var different = TableSum.differences(backups.tables(restore.backupId()), contents);
      if (!different.isEmpty()) {
        throw new OperationFailed("The restored backup differs: " + String.join(", ", different));
      }
      say(restore, contents.size() + " tables and sequences are as they were dumped");
    }
    var walls = contents.get(Contents.DEFINITIONS);
    if (!walls.equals(live.definitions())) {
      throw new OperationFailed(
          "Its definitions (columns, constraints, row-level policies, rights) are not those of this release");
    }
    var broken = side.brokenRules(name);
    if (!broken.isEmpty()) {
      throw new OperationFailed("Its books are not right: " + String.join(", ", broken));
    }
    say(restore, "Walls, stock and balances are right");
  }
}
