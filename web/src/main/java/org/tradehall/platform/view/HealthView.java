package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.tradehall.platform.service.PlatformHealthService;
import org.tradehall.platform.service.PlatformHealthService.Health;
import org.tradehall.replica.service.ReplicaFiguresMXBean;

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

  /** How the replica serves this server. */
  public ReplicaFiguresMXBean getReads() {
    return getHealth().reads();
  }

  /** Use cases that the primary answered in the replica's stead for that cause. */
  public long fellBackBy(String cause) {
    return getReads().getFellBackBy().get(cause);
  }

  /** Bytes in mebibytes (2^20). */
  public long mebibytes(long bytes) {
    return bytes >> 20;
  }
}
