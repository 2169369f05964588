package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.model.RestorationState;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/**
 * What restores of businesses leave behind: work, side databases, files that are no longer needed.
 */
@ApplicationScoped
public class RestorationLeftovers {

  /** Who has seen the preview may think it over for so long. */
  private static final Duration PREVIEWED = Duration.ofDays(1);

  private static final Logger LOG = Logger.getLogger(RestorationLeftovers.class.getName());

  @Inject Restorations restorations;
  @Inject RestorationFiles files;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;
  @Inject Databases databases;
  @Inject SettingValues settings;
  @Inject Clock clock;

  /**
   * Once a job has ended, however it did.
   *
   * @param during in which the job was at work; where it is still in it, it failed. Meanwhile
   *     somebody may have confirmed what the job has prepared, and the next one waits for its turn.
   */
  void clear(Restoration restoration, RestorationState during) {
    var id = restoration.id();
    if (restoration.state() == during) {
      restorations.failed(id, "restoration.stopped");
    }
    BackupFolder.delete(folder.work(RestorationStep.workOf(id)));
    side.drop(side.name(RestorationStep.workOf(id)));
    var now = restorations.find(id).orElseThrow();
    if (now.state() == RestorationState.FAILED) {
      forgetUndo(now);
    }
    if (!now.isPrepared() && !now.isWorking()) {
      forgetSource(now);
    }
  }

  /** Of servers that died at work. To be called by who has the turn, so that nothing is at work. */
  void clearDead() {
    for (var dead : restorations.working()) {
      LOG.log(Level.WARNING, "The restore {0} was cut off with its server", dead.id());
      if (dead.state() == RestorationState.RESTORING && isThrough(dead)) {
        restorations.done(dead.id());
      }
      clear(restorations.find(dead.id()).orElseThrow(), dead.state());
    }
  }

  /** Whether it was committed before the server died: then the business's log tells of it. */
  private boolean isThrough(Restoration restoration) {
    try (var live = databases.live();
        var query =
            Operations.prepared(
                live,
                "select from system_logs where business_id = ? and entity_id = ?"
                    + " and action like 'business.restore%'"
                    + " and detail::jsonb ->> 'restoration' = ?",
                restoration.businessId(),
                restoration.businessId(),
                String.valueOf(restoration.id()));
        var rows = query.executeQuery()) {
      return rows.next();
    } catch (SQLException e) {
      throw new OperationFailed("The database could not be reached: " + e.getMessage(), e);
    }
  }

  /** Files that are kept no longer: previews that nobody confirmed, and what was there before. */
  void deleteOld() {
    var now = clock.instant();
    var kept = Duration.ofDays(settings.getForAll(Settings.RESTORE_UNDO_DAYS));
    for (var old : restorations.old(now.minus(PREVIEWED), now.minus(kept))) {
      if (old.isPrepared()) {
        restorations.failed(old.id(), "restoration.preview-old");
      }
      forgetSource(old);
      if (old.endedAt() != null && old.endedAt().isBefore(now.minus(kept))) {
        forgetUndo(old);
      }
    }
  }

  private void forgetSource(Restoration restoration) {
    if (restoration.sourceFile() != null) {
      files.delete(restoration.sourceFile());
      restorations.sourceDeleted(restoration.id());
    }
  }

  private void forgetUndo(Restoration restoration) {
    if (restoration.undoFile() != null) {
      files.delete(restoration.undoFile());
      restorations.undoDeleted(restoration.id());
    }
  }
}
