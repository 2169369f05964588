package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.SQLException;
import org.tradehall.backup.model.Restoration;

/** Finds out what the restore would change. Nobody waits for it. */
@Named
@Dependent
class CompareBusiness extends RestorationStep {

  @Inject Databases databases;

  @Override
  void work(Restoration restoration) throws SQLException, IOException {
    try (var in = files.open(RestorationSource.file(restorations, restoration));
        var live = databases.live()) {
      live.setAutoCommit(false);
      var source = new ArchiveSource(in);
      restorations.prepared(
          restoration.id(), new BusinessRestore(live, source, restoration.businessId()).preview());
    }
  }
}
