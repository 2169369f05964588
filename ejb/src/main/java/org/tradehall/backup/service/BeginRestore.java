package org.tradehall.backup.service;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.Restore;
import org.tradehall.shared.service.Node;

/** Takes the turn, and refuses early what could not be finished. */
@Named
@Dependent
class BeginRestore extends RestoreStep {

  @Inject BackupCatalogue backups;
  @Inject BackupFolder folder;
  @Inject LiveDatabase live;
  @Inject Node node;

  @Override
  Restore operation() {
    takeTurn();
    var parameters = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
    var undoes = number(parameters, "undoes");
    var id =
        restores.begin(
            undoes == null ? backup(parameters) : null,
            undoes,
            number(parameters, "askedBy"),
            node.name(),
            job.getExecutionId(),
            step.getStepName());
    return restores.find(id).orElseThrow();
  }

  /** The one that was asked for, else the latest. */
  private Long backup(Properties parameters) {
    var asked = number(parameters, "backup");
    return asked != null
        ? asked
        : backups.usable().stream()
            .findFirst()
            .map(Backup::id)
            .orElseThrow(() -> new OperationFailed("There is no valid backup"));
  }

  private static Long number(Properties parameters, String name) {
    var text = parameters.getProperty(name, "");
    return text.isEmpty() ? null : Long.valueOf(text);
  }

  @Override
  void work(Restore restore) {
    if (restore.undoes() != null) {
      var undone = restores.find(restore.undoes()).filter(Restore::isUndoable);
      if (undone.isEmpty()) {
        throw new OperationFailed("What was there before is not kept any more");
      }
      return;
    }
    var backup = backups.find(restore.backupId()).orElseThrow();
    if (!backup.isUsable()) {
      throw new OperationFailed("Backup " + backup.id() + " is not valid, or deleted");
    }
    var version = live.schemaVersion();
    if (!version.equals(backup.schemaVersion())) {
      throw new OperationFailed(
          "The backup is of schema %s, this installation of %s: it takes the release that made it"
              .formatted(backup.schemaVersion(), version));
    }
    say(restore, "Restores backup " + backup.id() + ", data of " + backup.takenAt());
    var made = folder.newWork(workOf(restore));
    say(restore, "Working in " + made);
  }
}
