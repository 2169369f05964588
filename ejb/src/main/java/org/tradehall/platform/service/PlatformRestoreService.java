package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.Restore;
import org.tradehall.backup.service.BackupCatalogue;
import org.tradehall.backup.service.RestoreCatalogue;
import org.tradehall.backup.service.RestoreDue;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;

/** Restores of the whole installation. Each is asked for with the password and a typed word. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.RESTORE_RUN)
public class PlatformRestoreService {

  /** What has to be typed, the same in all languages. */
  public static final String WORD = "RESTORE";

  private static final int LATEST = 50;

  @Inject BackupCatalogue backups;
  @Inject RestoreCatalogue restores;
  @Inject BusinessContext context;
  @Inject PasswordService passwords;
  @Inject Event<RestoreDue> due;
  @Inject Event<Deed> deeds;

  /** Newest first. */
  public List<Restore> list() {
    return restores.latest(LATEST);
  }

  public Restore find(long id) {
    return restores.find(id).orElseThrow(() -> new NotFoundException("backup.no-such-restore"));
  }

  /** What its steps said, oldest first. */
  public List<String> lines(long id) {
    return restores.lines(id);
  }

  /** Takes the installation back to a backup, once this transaction is through. */
  public void start(long backupId, String word, String password) {
    confirm(word, password);
    var usable = backups.find(backupId).filter(Backup::isUsable);
    if (usable.isEmpty()) {
      throw new RefusedException("backup.not-usable");
    }
    deeds.fire(
        new Deed("restore.start", "Backup", null, Map.of("backup", backupId)).outsideBusinesses());
    due.fire(new RestoreDue(backupId, null, context.getUserId()));
  }

  /** Brings back what was there before a restore, once this transaction is through. */
  public void undo(long restoreId, String word, String password) {
    confirm(word, password);
    if (!find(restoreId).isUndoable()) {
      throw new RefusedException("backup.not-undoable");
    }
    deeds.fire(
        new Deed("restore.undo", "Restore", null, Map.of("restore", restoreId))
            .outsideBusinesses());
    due.fire(new RestoreDue(null, restoreId, context.getUserId()));
  }

  private void confirm(String word, String password) {
    if (!WORD.equals(word)) {
      throw new InvalidException(Violation.at("word", "backup.word", WORD));
    }
    passwords.confirm("password", password);
  }
}
