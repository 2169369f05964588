package org.tradehall.tenancy.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What platform staff may be allowed to do. All but entering a business is done across businesses.
 */
public enum AdminPermission {
  /** Work in a business for its support, visibly, for a while. */
  BUSINESS_ENTER,
  BUSINESS_VIEW,
  BUSINESS_CREATE,
  BUSINESS_SUSPEND,
  BUSINESS_CLOSE,
  USER_VIEW,
  USER_MANAGE,
  ADMIN_MANAGE,
  SETTINGS_MANAGE,
  LOG_VIEW,
  SESSION_MANAGE,
  JOB_VIEW,
  HEALTH_VIEW,
  BACKUP_VIEW,
  /** Make backups. */
  BACKUP_RUN,
  /** Take the installation or one business back to a backup. */
  RESTORE_RUN;

  /** What is allowed along with it, for whoever may change something may see it. */
  public Optional<AdminPermission> brings() {
    return switch (this) {
      case BUSINESS_CREATE, BUSINESS_SUSPEND, BUSINESS_CLOSE -> Optional.of(BUSINESS_VIEW);
      case USER_MANAGE -> Optional.of(USER_VIEW);
      case BACKUP_RUN, RESTORE_RUN -> Optional.of(BACKUP_VIEW);
      default -> Optional.empty();
    };
  }

  /** Such as {@code business.enter}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
