package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.model.RestoreKind;

/** What a restore leaves behind: its work, its side database, and what was there before. */
@ApplicationScoped
public class RestoreLeftovers {

  private static final Logger LOG = Logger.getLogger(RestoreLeftovers.class.getName());

  @Inject RestoreCatalogue restores;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;
  @Inject LiveDatabase live;
  @Inject Maintenance maintenance;

  void clear(long id) {
    var restore = restores.find(id).orElseThrow();
    BackupFolder.delete(folder.work(RestoreStep.workOf(restore)));
    side.drop(side.name(RestoreStep.workOf(restore)));
  }

  /**
   * Of servers that died at work. To be called by who has the turn, so that nothing is at work. If
   * the databases had been exchanged already, the restore is done.
   */
  void clearDead() {
    for (var dead : restores.running()) {
      if (dead.kind() != RestoreKind.WHOLE) {
        continue;
      }
      LOG.log(Level.WARNING, "Restore {0} was cut off with its server", dead.id());
      if (live.isSwitched(dead)) {
        restores.kept(dead.id(), live.predecessor(dead), 7);
        restores.done(dead.id());
        maintenance.switched();
      } else {
        restores.failed(dead.id(), dead.step() + ": the server stopped meanwhile");
      }
      maintenance.end();
      clear(dead.id());
    }
  }

  /** What was there before a restore, once it has been kept long enough. */
  void dropExpired() {
    for (var restore : restores.expired()) {
      if (restore.kind() == RestoreKind.WHOLE) {
        live.dropPredecessor(restore);
        restores.gone(restore.id());
      }
    }
  }
}
