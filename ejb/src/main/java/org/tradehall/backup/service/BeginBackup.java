package org.tradehall.backup.service;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupCause;
import org.tradehall.shared.service.Node;

/** Takes the turn, and refuses early what could not be finished: tools, key, space. */
@Named
@Dependent
class BeginBackup extends BackupStep {

  @Inject Databases databases;
  @Inject PostgresTools tools;
  @Inject BackupCipher cipher;
  @Inject Node node;

  @Override
  Backup operation() {
    takeTurn();
    var parameters = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
    var askedBy = parameters.getProperty("askedBy", "");
    var id =
        catalogue.begin(
            BackupCause.valueOf(parameters.getProperty("cause", BackupCause.HAND.name())),
            askedBy.isEmpty() ? null : Long.valueOf(askedBy),
            Integer.parseInt(parameters.getProperty("attempt", "1")),
            node.name(),
            job.getExecutionId(),
            step.getStepName());
    return catalogue.find(id).orElseThrow();
  }

  @Override
  void work(Backup backup) {
    cipher.requireKey();
    try (var connection = databases.toDump(databases.primary());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('server_version_num')::int / 10000, pg_database_size(current_database())")) {
      row.next();
      var found = tools.forServer(row.getInt(1));
      say(backup, "pg_dump " + found.version() + " from " + found.bin());
      // The dump, its packed form and the one that is unpacked for validation; all compressed.
      folder.requireSpace(row.getLong(2));
    } catch (SQLException e) {
      throw new OperationFailed("The database could not be reached: " + e.getMessage(), e);
    }
    var made = folder.newWork(workOf(backup));
    say(backup, "Working in " + made);
  }
}
