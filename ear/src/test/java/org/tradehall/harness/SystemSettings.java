package org.tradehall.harness;

/**
 * What is set for the whole installation. Servers keep what they have read for some seconds.
 *
 * <p>Unless a test wants it otherwise, no backup begins by itself in the middle of another test: by
 * the schedule none does, and what has failed is not tried again. Nor do the staff need a second
 * step.
 */
public final class SystemSettings {

  private SystemSettings() {}

  /** As most tests want it. */
  public static void reset() {
    reset(Sql.superuser());
  }

  static void reset(Sql superuser) {
    // At once: a server that reads in between would go by the defaults for some seconds.
    superuser.run(
        "with wanted (key, value) as (values ('backup-every-hours', '0'),"
            + " ('backup-retry-minutes', '240'), ('staff-two-steps', 'false')),"
            + " others as (delete from system_settings where key not in (select key from wanted))"
            + " insert into system_settings (key, value, changed_at)"
            + " select key, value, now() from wanted"
            + " on conflict (key) do update set value = excluded.value, changed_at = now()");
  }

  /**
   * @param key as the catalogue of settings has it
   */
  public static void set(String key, String value) {
    Sql.superuser()
        .run(
            "insert into system_settings (key, value, changed_at) values (?, ?, now())"
                + " on conflict (key) do update set value = excluded.value, changed_at = now()",
            key,
            value);
  }
}
