package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.tradehall.platform.service.PlatformHealthService;
import org.tradehall.platform.service.PlatformHealthService.Health;

/** How the installation is. */
@Named
@RequestScoped
public class HealthView {
  @EJB PlatformHealthService service;
  private Health health;

  public Health getHealth() {
    if (health == null) {
      health = service.look();
    }
    return health;
  }

  /** Bytes in mebibytes (2^20). */
  public long mebibytes(long bytes) {
    return bytes >> 20;
  }
}
