package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.service.Kept;
import org.tradehall.platform.service.PlatformBusinessRestoreService;
import org.tradehall.platform.service.PlatformBusinessRestoreService.Overview;
import org.tradehall.tenancy.model.Business;

/** From which backup a business is restored. */
@Named
@RequestScoped
public class BusinessRestoreView {
  @EJB PlatformBusinessRestoreService restores;

  private Long id;
  private Long backup;
  private Overview overview;

  public void load() {
    overview = restores.look(id);
  }

  public String prepare() {
    return "/platform/restoration?faces-redirect=true&id=" + restores.prepare(id, backup);
  }

  public Business getBusiness() {
    return overview().business();
  }

  public List<Backup> getBackups() {
    return overview().backups();
  }

  public List<Restoration> getRestorations() {
    return overview().restorations();
  }

  /** What is left as it is. */
  public Kept[] getKept() {
    return Kept.values();
  }

  private Overview overview() {
    if (overview == null) {
      load();
    }
    return overview;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Long getBackup() {
    return backup;
  }

  public void setBackup(Long backup) {
    this.backup = backup;
  }
}
