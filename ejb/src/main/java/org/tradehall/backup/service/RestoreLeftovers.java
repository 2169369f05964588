package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.model.Restore;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/** What a restore leaves behind: its work, its side database, and what was there before. */
@ApplicationScoped
public class RestoreLeftovers {

  private static final Logger LOG = Logger.getLogger(RestoreLeftovers.class.getName());

  @Inject RestoreCatalogue restores;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;
  @Inject LiveDatabase live;
  @Inject Maintenance maintenance;
  @Inject SettingValues settings;

  void clear(long id) {
    var restore = restores.find(id).orElseThrow();
    BackupFolder.delete(folder.work(RestoreStep.workOf(restore)));
    side.drop(side.name(RestoreStep.workOf(restore)));
  }

  /**
   * Ends a restore that has not ended: as done if the databases have been exchanged, whatever
   * happened then, for then everybody works in the other one.
   *
   * @param problem why it could not be, if it was not
   */
  void conclude(Restore restore, String problem) {
    if (!live.isSwitched(restore)) {
      restores.failed(restore.id(), problem);
      return;
    }
    var days = settings.getForAll(Settings.RESTORE_UNDO_DAYS);
    if (restores.done(restore.id(), live.predecessor(restore), days)) {
      restores.line(restore.id(), "Live; what was there before is kept for " + days + " days");
    }
  }

  /** Of servers that died at work. To be called by who has the turn, so that nothing is at work. */
  void clearDead() {
    for (var dead : restores.running()) {
      LOG.log(Level.WARNING, "Restore {0} was cut off with its server", dead.id());
      if (live.isSwitched(dead)) {
        // First of all: the connections lead to what is no longer the live database.
        maintenance.switched();
      }
      conclude(dead, dead.step() + ": the server stopped meanwhile");
      maintenance.end();
      clear(dead.id());
    }
  }

  /** What was there before a restore, once it has been kept long enough. */
  void dropExpired() {
    for (var restore : restores.expired()) {
      live.dropPredecessor(restore);
      restores.gone(restore.id());
    }
  }
}
