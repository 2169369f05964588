package org.tradehall.archive.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.TooLargeException;

/**
 * Whether a manifest tells of an archive that can be brought into this installation; each assertion
 * refuses by a {@link RefusedException} that names what is wrong.
 */
final class ManifestCheck {

  /** The most bytes that an archive may unpack to, all files together. */
  static final long LARGEST_UNPACKED = 4L << 30;

  /** The most bytes that an uploaded file may have, which is held in memory. */
  static final long LARGEST_ATTACHMENT = 64L << 20;

  private final ArchiveManifest manifest;

  ManifestCheck(ArchiveManifest manifest) {
    this.manifest = manifest;
  }

  /**
   * @param here the schema's version of this installation
   */
  ManifestCheck assertVersion(String here) {
    var there = manifest.schemaVersion();
    if (!there.equals(here)) {
      throw new RefusedException(
          number(there) > number(here) ? "archive.newer-schema" : "archive.other-schema",
          there,
          here);
    }
    return this;
  }

  private static long number(String version) {
    return version.matches("\\d{1,9}") ? Long.parseLong(version) : 0;
  }

  /**
   * @throws TooLargeException beyond {@link #LARGEST_UNPACKED}
   */
  ManifestCheck assertSize() {
    long bytes = 0;
    for (var files : List.of(manifest.tables(), manifest.attachments())) {
      for (var listed : files.values()) {
        if (listed.bytes() < 0 || listed.bytes() > LARGEST_UNPACKED) {
          throw tooLarge();
        }
        bytes += listed.bytes();
      }
    }
    if (bytes > LARGEST_UNPACKED) {
      throw tooLarge();
    }
    return this;
  }

  private static TooLargeException tooLarge() {
    return new TooLargeException("archive.bomb", LARGEST_UNPACKED >> 20);
  }

  /**
   * What the manifest lists is there, and nothing else.
   *
   * @param entries the names of all files of the archive
   */
  ManifestCheck assertFiles(List<String> entries) {
    var listed = new HashSet<String>(Set.of(ArchiveManifest.FILE));
    manifest.tables().keySet().forEach(table -> listed.add(table + ".csv"));
    for (var attachment : manifest.attachments().entrySet()) {
      if (!Attachments.isName(attachment.getKey())
          || attachment.getValue().bytes() > LARGEST_ATTACHMENT) {
        throw new RefusedException("archive.file-extra", attachment.getKey());
      }
      listed.add(attachment.getKey());
    }
    var found = new HashSet<String>();
    for (var entry : entries) {
      if (!found.add(entry)) {
        throw new RefusedException("archive.file-twice", entry);
      }
      if (!listed.contains(entry)) {
        throw new RefusedException("archive.file-extra", entry);
      }
    }
    for (var name : listed) {
      if (!found.contains(name)) {
        throw new RefusedException("archive.file-missing", name);
      }
    }
    return this;
  }

  /**
   * All tables of a business are listed, and no others.
   *
   * @param tables that this installation has
   */
  ManifestCheck assertTables(List<ArchiveTable> tables) {
    for (var name : manifest.tables().keySet()) {
      if (!name.equals(ArchiveTable.PEOPLE.name())
          && tables.stream().noneMatch(table -> table.name().equals(name))) {
        throw new RefusedException("archive.table-unknown", name);
      }
    }
    for (var table : tables) {
      if (!manifest.tables().containsKey(table.name())) {
        throw new RefusedException("archive.table-missing", table.name());
      }
    }
    if (!manifest.tables().containsKey(ArchiveTable.PEOPLE.name())) {
      throw new RefusedException("archive.table-missing", ArchiveTable.PEOPLE.name());
    }
    return this;
  }
}
