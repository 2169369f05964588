package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupCause;
import org.tradehall.backup.model.BackupState;
import org.tradehall.backup.service.BackupCatalogue;
import org.tradehall.backup.service.BackupDue;
import org.tradehall.backup.service.BackupFolder;
import org.tradehall.backup.service.BackupSchedule;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;

/** Backups of the whole installation. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.BACKUP_VIEW)
public class PlatformBackupService {

  private static final int LATEST = 50;

  @Inject BackupCatalogue catalogue;
  @Inject BackupSchedule schedule;
  @Inject BackupFolder folder;
  @Inject BusinessContext context;
  @Inject Event<BackupDue> due;
  @Inject Event<Deed> deeds;

  /**
   * How it stands with backups.
   *
   * @param alarms what is alarming now
   * @param next when the next is due; null if none ever is
   * @param place where they are stored
   * @param second where copies are stored; null if nowhere
   */
  public record Overview(
      List<Backup> backups, List<String> alarms, Instant next, String place, String second) {

    public Optional<Backup> lastValid() {
      return backups.stream().filter(Backup::isUsable).findFirst();
    }

    public boolean isWorking() {
      return backups.stream().anyMatch(backup -> backup.state() == BackupState.RUNNING);
    }
  }

  public Overview look() {
    return new Overview(
        catalogue.latest(LATEST),
        catalogue.alarms(),
        schedule.next().orElse(null),
        folder.place().toString(),
        folder.second().map(Object::toString).orElse(null));
  }

  public Backup find(long id) {
    return catalogue.find(id).orElseThrow(() -> new NotFoundException("backup.no-such-backup"));
  }

  /** What its steps said, oldest first. */
  public List<String> lines(long id) {
    return catalogue.lines(id);
  }

  /** Begins a backup in the background, once this transaction is through. */
  @RequiresAdmin(AdminPermission.BACKUP_RUN)
  public void start() {
    if (look().isWorking()) {
      throw new RefusedException("backup.running");
    }
    deeds.fire(new Deed("backup.start", "Backup", null).outsideBusinesses());
    due.fire(new BackupDue(BackupCause.HAND, 1, context.getUserId()));
  }
}
