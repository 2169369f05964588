package org.tradehall.backup.service;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a restore of a business leaves as it is, and why. */
public enum Kept {
  /**
   * The log can only be added to: what was done after the backup was done, and who looks into it
   * later must find that, and the restore itself.
   */
  LOG(
      "system_logs",
      "system_logs_unsealed",
      "system_log_seals",
      "system_log_heads",
      "system_log_checkpoints"),

  /**
   * Who may enter, and as what: a restore must not let somebody in again who was shown the door,
   * nor bring back a key that was revoked because it had been stolen.
   */
  ACCESS("memberships", "membership_branches", "roles", "invitations", "api_keys"),

  /** When platform staff were there remains for the business to see. */
  SUPPORT("support_sessions");

  private final String tables;

  Kept(String... tables) {
    this.tables = String.join(" ", tables);
  }

  public List<String> tables() {
    return List.of(tables.split(" ", -1));
  }

  /** All tables that are kept. */
  public static List<String> all() {
    return Arrays.stream(values()).map(Kept::tables).flatMap(Collection::stream).toList();
  }

  static Optional<Kept> of(String table) {
    return Arrays.stream(values()).filter(kept -> kept.tables().contains(table)).findAny();
  }
}
