package org.tradehall.archive.service;

import java.util.Arrays;
import java.util.List;

/** What an archive tells and an import does not bring, and why. */
public enum LeftOut {
  /** Who may enter, and as what, is decided here: people are invited again. */
  ACCESS("memberships", "membership_branches", "invitations", "api_keys"),

  /** The seals name the ids of the other installation; the entries are sealed anew. */
  SEALS("system_logs_unsealed", "system_log_seals", "system_log_heads", "system_log_checkpoints"),

  /** The staff of the other installation were there, not that of this one. */
  SUPPORT("support_sessions"),

  /** Answers to requests that may be sent again to the other installation, not to this one. */
  RETRIES("idempotency_keys");

  private final String tables;

  LeftOut(String... tables) {
    this.tables = String.join(" ", tables);
  }

  public List<String> tables() {
    return List.of(tables.split(" ", -1));
  }

  static boolean isLeftOut(ArchiveTable table) {
    return Arrays.stream(values()).anyMatch(each -> each.tables().contains(table.name()));
  }
}
