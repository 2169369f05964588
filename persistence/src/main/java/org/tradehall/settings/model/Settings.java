package org.tradehall.settings.model;

import static org.tradehall.settings.model.Scope.BRANCH;
import static org.tradehall.settings.model.Scope.BUSINESS;
import static org.tradehall.settings.model.Scope.PLATFORM;
import static org.tradehall.settings.model.Scope.USER;

import java.util.List;

/** The catalogue: everything that can be set, in the order of the pages that are made from it. */
public final class Settings {

  /** Minutes after which a session that does nothing ends. */
  public static final Setting<Integer> SESSION_IDLE_MINUTES =
      Setting.number("session-idle-minutes", 60, 5, 1440, PLATFORM);

  /** Minutes after which the work of platform staff in a business ends by itself. */
  public static final Setting<Integer> SUPPORT_VISIT_MINUTES =
      Setting.number("support-visit-minutes", 30, 5, 240, PLATFORM);

  /** Whether strangers may sign up. */
  public static final Setting<Boolean> SIGN_UP_OPEN = Setting.yesNo("sign-up-open", true, PLATFORM);

  /** Whether strangers who sign up first show that they read mail at their address. */
  public static final Setting<Boolean> SIGN_UP_BY_MAIL =
      Setting.yesNo("sign-up-by-mail", false, PLATFORM);

  /** Whether platform staff have to log in by more than their password. */
  public static final Setting<Boolean> STAFF_TWO_STEPS =
      Setting.yesNo("staff-two-steps", true, PLATFORM);

  /** The largest import file, in megabytes as sent. */
  public static final Setting<Integer> IMPORT_MEGABYTES =
      Setting.number("import-megabytes", 50, 1, 50, PLATFORM);

  /** Seconds by which the replica may lag and still be read. */
  public static final Setting<Integer> REPLICA_LAG_SECONDS =
      Setting.number("replica-lag-seconds", 10, 0, 3600, PLATFORM);

  /** Years for which the system log is kept. */
  public static final Setting<Integer> LOG_YEARS =
      Setting.number("log-years", 10, 1, 30, PLATFORM, BUSINESS);

  /** Years for which the law wants documents kept, from the end of their fiscal year. */
  public static final Setting<Integer> DOCUMENT_YEARS =
      Setting.number("document-years", 10, 0, 30, PLATFORM, BUSINESS);

  /** Hours from one scheduled backup to the next; 0 for backups by hand only. */
  public static final Setting<Integer> BACKUP_EVERY_HOURS =
      Setting.number("backup-every-hours", 24, 0, 168, PLATFORM);

  /** Hour of the day (UTC) at which the scheduled backups are counted from. */
  public static final Setting<Integer> BACKUP_HOUR =
      Setting.number("backup-hour", 2, 0, 23, PLATFORM);

  /** Days for which backups are kept; the last valid one is kept longer if need be. */
  public static final Setting<Integer> BACKUP_KEEP_DAYS =
      Setting.number("backup-keep-days", 14, 1, 3650, PLATFORM);

  /** Hours without a valid backup after which the staff are alarmed. */
  public static final Setting<Integer> BACKUP_ALARM_HOURS =
      Setting.number("backup-alarm-hours", 26, 1, 720, PLATFORM);

  /** Minutes until a failed backup is tried again; twice as many after the second failure. */
  public static final Setting<Integer> BACKUP_RETRY_MINUTES =
      Setting.number("backup-retry-minutes", 5, 0, 240, PLATFORM);

  /** Days for which what was there before a restore can be brought back. */
  public static final Setting<Integer> RESTORE_UNDO_DAYS =
      Setting.number("restore-undo-days", 7, 1, 90, PLATFORM);

  /** Month in which the fiscal year begins, 1 for January. */
  public static final Setting<Integer> FISCAL_YEAR_MONTH =
      Setting.number("fiscal-year-month", 1, 1, 12, BUSINESS);

  /** The page at which people start. */
  public static final Setting<String> START_PAGE =
      Setting.choice(
          "start-page",
          "dashboard",
          List.of("dashboard", "new-sale", "sales", "products"),
          BUSINESS,
          BRANCH,
          USER);

  private static final List<Setting<?>> ALL =
      List.of(
          SIGN_UP_OPEN,
          SIGN_UP_BY_MAIL,
          STAFF_TWO_STEPS,
          SESSION_IDLE_MINUTES,
          SUPPORT_VISIT_MINUTES,
          IMPORT_MEGABYTES,
          BACKUP_EVERY_HOURS,
          BACKUP_HOUR,
          BACKUP_KEEP_DAYS,
          BACKUP_RETRY_MINUTES,
          BACKUP_ALARM_HOURS,
          RESTORE_UNDO_DAYS,
          START_PAGE,
          FISCAL_YEAR_MONTH,
          DOCUMENT_YEARS,
          LOG_YEARS,
          REPLICA_LAG_SECONDS);

  private Settings() {}

  public static List<Setting<?>> all() {
    return ALL;
  }

  public static List<Setting<?>> in(Scope scope) {
    return ALL.stream().filter(setting -> setting.canBeSetIn(scope)).toList();
  }
}
