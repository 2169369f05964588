package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.tradehall.identity.service.SessionTime;
import org.tradehall.settings.model.Settings;
import org.tradehall.tenancy.service.VisitTime;

/** Tells the features below how long things last that can be set. */
@ApplicationScoped
public class TimeSettings implements SessionTime, VisitTime {

  @Inject SettingValues settings;

  @Override
  public Duration idle() {
    return Duration.ofMinutes(settings.getForAll(Settings.SESSION_IDLE_MINUTES));
  }

  @Override
  public Duration visit() {
    return Duration.ofMinutes(settings.getForAll(Settings.SUPPORT_VISIT_MINUTES));
  }
}
