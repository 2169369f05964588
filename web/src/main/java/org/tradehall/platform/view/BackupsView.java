package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.omnifaces.util.Messages;
import org.tradehall.backup.model.Backup;
import org.tradehall.platform.service.PlatformBackupService;
import org.tradehall.platform.service.PlatformBackupService.Overview;
import org.tradehall.shared.view.Formats;
import org.tradehall.shared.view.Texts;

/** The backups of this installation. */
@Named
@RequestScoped
public class BackupsView {

  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

  @EJB PlatformBackupService service;
  @Inject Texts texts;
  @Inject Formats formats;

  private Overview overview;

  public String start() {
    service.start();
    Messages.addFlashGlobalInfo("{0}", texts.get("backup.started"));
    return "/platform/backups?faces-redirect=true";
  }

  public Overview getOverview() {
    if (overview == null) {
      overview = service.look();
    }
    return overview;
  }

  /** Null if there is none. */
  public Backup getLastValid() {
    return getOverview().lastValid().orElse(null);
  }

  /** Bytes in megabytes (10^6), with one decimal. */
  public String megabytes(long bytes) {
    return formats.decimal(BigDecimal.valueOf(bytes).divide(MEGABYTE, 1, RoundingMode.HALF_UP));
  }
}
