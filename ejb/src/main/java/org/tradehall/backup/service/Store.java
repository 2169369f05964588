package org.tradehall.backup.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tradehall.backup.model.Backup;

/** Packs, encrypts and stores the dump with its manifest. */
@Named
@Dependent
class Store extends BackupStep {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  void work(Backup backup) {
    var content = folder.work(workOf(backup)).resolve("content");
    writeManifest(backup, content.resolve("manifest.json"));
    var name = "tradehall-" + TIME.format(backup.takenAt()) + "-" + backup.id() + ".tar.age";
    catalogue.storing(backup.id(), name);
    var stored = folder.store(name, content);
    catalogue.stored(backup.id(), stored);
    BackupFolder.delete(content);
    say(backup, name + ", " + stored.bytes() + " bytes");
  }

  /** All that is needed to validate it where the catalogue is lost. */
  private void writeManifest(Backup backup, Path file) {
    var manifest =
        Json.createObjectBuilder()
            .add("product", "Tradehall")
            .add("format", 1)
            .add("takenAt", backup.takenAt().toString())
            .add("schemaVersion", backup.schemaVersion())
            .add("serverVersion", backup.serverVersion())
            .add("toolVersion", backup.toolVersion())
            .add("tables", TableSum.toJson(catalogue.tables(backup.id())))
            .build();
    try {
      Files.writeString(file, manifest.toString());
    } catch (IOException e) {
      throw new OperationFailed("Could not write " + file + ": " + e.getMessage(), e);
    }
  }
}
