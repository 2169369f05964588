package org.tradehall.harness;

/**
 * What is set for the whole installation. Servers keep what they have read for some seconds.
 *
 * <p>Unless a test wants it otherwise, no backup begins by itself in the middle of another test: by
 * the schedule none does, and what has failed is not tried again.
 */
public final class SystemSettings {

  private SystemSettings() {}

  /** As most tests want it. */
  public static void reset() {
    reset(Sql.superuser());
  }

  static void reset(Sql superuser) {
    superuser.run("delete from system_settings");
    set(superuser, "backup-every-hours", "0");
    set(superuser, "backup-retry-minutes", "240");
    // What it is like otherwise has tests of its own.
    set(superuser, "staff-two-steps", "false");
  }

  /**
   * @param key as the catalogue of settings has it
   */
  public static void set(String key, String value) {
    set(Sql.superuser(), key, value);
  }

  private static void set(Sql superuser, String key, String value) {
    superuser.run(
        "insert into system_settings (key, value, changed_at) values (?, ?, now())"
            + " on conflict (key) do update set value = excluded.value, changed_at = now()",
        key,
        value);
  }
}
