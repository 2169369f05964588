package org.tradehall.platform.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.tradehall.audit.service.LogSealer;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.tenancy.service.BusinessContext;

/** Has each log forget what is older than its business wants to keep. */
@ApplicationScoped
public class RetentionRound {

  @Inject LogOwners owners;
  @Inject LogSealer sealer;
  @Inject SettingValues settings;
  @Inject BusinessContext context;
  @Inject Clock clock;

  @ActivateRequestContext
  public void run() {
    for (var business : owners.all()) {
      context.claim(business);
      sealer.purge(before(settings.get(Settings.LOG_YEARS)));
    }
    context.leave();
    sealer.purgePlatform(before(settings.getForAll(Settings.LOG_YEARS)));
  }

  private Instant before(int years) {
    return clock.instant().atZone(ZoneOffset.UTC).minusYears(years).toInstant();
  }
}
