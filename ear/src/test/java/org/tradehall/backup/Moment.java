package org.tradehall.backup;

import java.util.List;
import java.util.function.Supplier;
import org.tradehall.harness.PostgresTools.Fault;

/**
 * A moment of a backup or restore at which its server may die.
 *
 * @param usual whether it is tried in every run: then it leaves more behind than the others
 */
record Moment(String step, boolean usual, Supplier<Hold> hold) {

  /** {@code -Dtradehall.it.kills=all} tries them all. */
  private static final boolean ALL = "all".equals(System.getProperty("tradehall.it.kills"));

  private static final List<Moment> BACKUP =
      List.of(
          new Moment(
              "begin",
              false,
              () -> RowHold.beforeInsert("backup_lines", "new.line like 'Working in %'")),
          new Moment("dump", false, () -> new ToolHold(Fault.DUMP_HANGS)),
          new Moment("store", true, HalfFile::new),
          new Moment(
              "copy",
              false,
              () -> RowHold.beforeUpdate("backups", "not old.copied and new.copied")),
          new Moment("validate", false, () -> new ToolHold(Fault.RESTORE_HANGS)));

  private static final List<Moment> RESTORE =
      List.of(
          new Moment(
              "begin",
              false,
              () -> RowHold.beforeInsert("restore_lines", "new.line like 'Working in %'")),
          new Moment("side", true, () -> new ToolHold(Fault.RESTORE_HANGS)),
          new Moment(
              "verify",
              false,
              () -> RowHold.beforeInsert("restore_lines", "new.line like '% as they were dumped'")),
          new Moment("switch", false, SessionsHold::new));

  /** The backup is valid, and only old ones are still to be deleted. */
  static final Moment VALID =
      new Moment(
          "retain",
          true,
          () -> RowHold.beforeUpdate("backups", "old.step <> 'retain' and new.step = 'retain'"));

  /** The databases have changed their names, and no server knows yet. */
  static final Moment EXCHANGED =
      new Moment(
          "switch", true, () -> RowHold.beforeUpdate("maintenance", "new.switched > old.switched"));

  /** In which a backup is not valid yet. */
  static List<Moment> ofBackup() {
    return BACKUP.stream().filter(moment -> ALL || moment.usual()).toList();
  }

  /** In which the old database is the one in which everybody works. */
  static List<Moment> ofRestore() {
    return RESTORE.stream().filter(moment -> ALL || moment.usual()).toList();
  }
}
