package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tradehall.identity.service.StaffLogin;
import org.tradehall.settings.model.Settings;

/** Tells the features below what is set about the platform staff. */
@ApplicationScoped
public class StaffSettings implements StaffLogin {

  @Inject SettingValues settings;

  @Override
  public boolean takesTwoSteps() {
    return settings.getForAll(Settings.STAFF_TWO_STEPS);
  }
}
