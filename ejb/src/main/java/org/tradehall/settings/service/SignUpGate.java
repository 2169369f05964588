package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tradehall.identity.service.SigningUp;
import org.tradehall.settings.model.Settings;
import org.tradehall.shared.model.RefusedException;

/** Keeps strangers from signing up where the administrator wants it so. */
@ApplicationScoped
public class SignUpGate {

  @Inject SettingValues settings;

  void check(@Observes SigningUp request) {
    if (!settings.getForAll(Settings.SIGN_UP_OPEN)) {
      throw new RefusedException("settings.sign-up-closed");
    }
  }
}
