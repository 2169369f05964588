package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.model.RestorationState;

/**
 * Fetches the business's rows: the backup is restored into a side database, from which they are
 * taken into a file. What an earlier restore had kept is such a file already.
 */
@Named
@Dependent
class FetchBusiness extends RestorationStep {

  @Inject BackupCatalogue catalogue;
  @Inject BackupFolder folder;
  @Inject SideDatabase side;
  @Inject Databases databases;

  @Override
  void work(Restoration restoration) throws SQLException, IOException {
    begin(restoration, RestorationState.PREPARING);
    if (restoration.isUndo()) {
      return;
    }
    var backup = catalogue.find(restoration.backupId()).orElseThrow();
    if (!backup.isUsable()) {
      throw new OperationFailed("The backup has been deleted meanwhile");
    }
    var work = workOf(restoration.id());
    var name = side.name(work);
    side.restore(backup, name, folder.newWork(work));
    var file = RestorationFiles.source(restoration.id());
    restorations.fetched(restoration.id(), file);
    try (var connection = databases.to(name);
        var out = files.create(file)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      ArchiveWriter.write(connection, restoration.businessId(), BusinessTables.of(connection), out);
      connection.rollback();
    }
    side.drop(name);
  }
}
