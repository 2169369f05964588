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

  /** The largest import file, in megabytes as sent. */
  public static final Setting<Integer> IMPORT_MEGABYTES =
      Setting.number("import-megabytes", 50, 1, 50, PLATFORM);

  /** Years for which the system log is kept. */
  public static final Setting<Integer> LOG_YEARS =
      Setting.number("log-years", 10, 1, 30, PLATFORM, BUSINESS);

  /** Years for which the law wants documents kept, from the end of their fiscal year. */
  public static final Setting<Integer> DOCUMENT_YEARS =
      Setting.number("document-years", 10, 0, 30, PLATFORM, BUSINESS);

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
          SESSION_IDLE_MINUTES,
          SUPPORT_VISIT_MINUTES,
          IMPORT_MEGABYTES,
          START_PAGE,
          FISCAL_YEAR_MONTH,
          DOCUMENT_YEARS,
          LOG_YEARS);

  private Settings() {}

  public static List<Setting<?>> all() {
    return ALL;
  }

  public static List<Setting<?>> in(Scope scope) {
    return ALL.stream().filter(setting -> setting.canBeSetIn(scope)).toList();
  }
}
