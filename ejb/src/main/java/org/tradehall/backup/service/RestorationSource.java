package org.tradehall.backup.service;

import org.tradehall.backup.model.Restoration;

/** Which file a business is brought back from. */
final class RestorationSource {

  private RestorationSource() {}

  static String file(Restorations restorations, Restoration restoration) {
    var file =
        restoration.isUndo()
            ? restorations.find(restoration.undoOf()).orElseThrow().undoFile()
            : restoration.sourceFile();
    if (file == null) {
      throw new OperationFailed("What this restore would bring back has been deleted meanwhile");
    }
    return file;
  }
}
