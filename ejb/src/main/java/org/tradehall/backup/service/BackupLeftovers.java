package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.model.BackupState;

/** What an attempt leaves behind: its work, its side database and, if it failed, its file. */
@ApplicationScoped
public class BackupLeftovers {

  private static final Logger LOG = Logger.getLogger(BackupLeftovers.class.getName());

  @Inject BackupCatalogue catalogue;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;

  void clear(long id) {
    var backup = catalogue.find(id).orElseThrow();
    BackupFolder.delete(folder.work(BackupStep.workOf(backup)));
    side.drop(side.name(BackupStep.workOf(backup)));
    if (backup.state() == BackupState.INVALID && backup.file() != null) {
      folder.delete(backup.file());
    }
  }

  /** Of servers that died at work. To be called by who has the turn, so that nothing is at work. */
  void clearDead() {
    for (var dead : catalogue.running()) {
      catalogue.invalid(dead.id(), dead.step() + ": the server stopped meanwhile");
      LOG.log(Level.WARNING, "Backup {0} was cut off with its server", dead.id());
      clear(dead.id());
    }
  }
}
