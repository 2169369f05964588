package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.service.BackupCatalogue;
import org.tradehall.backup.service.RestorationDue;
import org.tradehall.backup.service.Restorations;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;

/**
 * One business out of the shared database is brought back to a backup, while the others work on.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.RESTORE_RUN)
public class PlatformBusinessRestoreService {

  private static final int LATEST = 20;

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject BackupCatalogue backups;
  @Inject Restorations restorations;
  @Inject PasswordService passwords;
  @Inject BusinessContext context;
  @Inject Event<RestorationDue> due;
  @Inject Event<Deed> deeds;

  /**
   * How it stands with a business's restores.
   *
   * @param backups from which it can be restored, newest first
   * @param restorations of the past, newest first
   */
  public record Overview(Business business, List<Backup> backups, List<Restoration> restorations) {}

  public Overview look(Long businessId) {
    return new Overview(
        business(businessId), backups.usable(), restorations.of(businessId, LATEST));
  }

  public Restoration find(long id) {
    return restorations
        .find(id)
        .orElseThrow(() -> new NotFoundException("restoration.no-such-restore"));
  }

  /**
   * Finds out, in the background, what a restore would change.
   *
   * @return id of the restore
   */
  public long prepare(Long businessId, long backupId) {
    var business = business(businessId);
    var backup =
        backups
            .find(backupId)
            .filter(Backup::isUsable)
            .orElseThrow(() -> new NotFoundException("platform.no-such-backup"));
    var id = restorations.request(businessId, business.getName(), backup, context.getUserId());
    due.fire(new RestorationDue(RestorationDue.PREPARE, id));
    return id;
  }

  /**
   * The same for going back to what was there before a restore.
   *
   * @return id of the restore that undoes the other one
   */
  public long prepareUndo(long id) {
    var done = find(id);
    if (!done.isUndoable()) {
      throw new RefusedException("restoration.not-undoable");
    }
    var undo = restorations.request(done, context.getUserId());
    due.fire(new RestorationDue(RestorationDue.PREPARE, undo));
    return undo;
  }

  /**
   * Restores the business as the preview has told, in the background.
   *
   * @param businessName typed by the caller, so that it is not done by a slip
   * @param password the caller's own, once more
   */
  public void restore(long id, String businessName, String password) {
    var prepared = find(id);
    if (!prepared.isPrepared()) {
      throw new RefusedException("restoration.not-prepared");
    }
    if (!prepared.business().equals(businessName)) {
      throw new InvalidException(Violation.at("businessName", "tenancy.name-to-confirm"));
    }
    passwords.confirm("password", password);
    if (!restorations.confirm(id)) {
      throw new RefusedException("restoration.not-prepared");
    }
    deeds.fire(
        new Deed("business.restore-confirm", "Business", prepared.businessId())
            .outsideBusinesses());
    due.fire(new RestorationDue(RestorationDue.RESTORE, id));
  }

  private Business business(Long id) {
    var business = em.find(Business.class, id);
    if (business == null) {
      throw new NotFoundException("tenancy.no-such-business");
    }
    return business;
  }
}
