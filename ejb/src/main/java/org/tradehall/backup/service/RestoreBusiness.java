package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.SQLException;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.model.RestorationState;

/** Restores the business, keeps what was there before, and has its owners told. */
@Named
@Dependent
class RestoreBusiness extends RestorationStep {

  @Inject Databases databases;
  @Inject RestorationNews news;

  @Override
  void work(Restoration restoration) throws SQLException, IOException {
    begin(restoration, RestorationState.RESTORING);
    var kept = RestorationFiles.undo(restoration.id());
    restorations.keeping(restoration.id(), kept);
    try (var in = files.open(RestorationSource.file(restorations, restoration));
        var live = databases.live()) {
      live.setAutoCommit(false);
      var restore = new BusinessRestore(live, new ArchiveSource(in), restoration.businessId());
      var unused = restore.apply(deed(restoration), () -> files.create(kept));
    }
    restorations.done(restoration.id());
    news.tell(restoration);
  }

  private static RestoreDeed deed(Restoration restoration) {
    var source = restoration.takenAt().toString();
    return restoration.isUndo()
        ? RestoreDeed.undo(restoration.askedBy(), source, restoration.id())
        : RestoreDeed.restore(restoration.askedBy(), source, restoration.id());
  }
}
