package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Lets this server forget what has been set anew, once that is through. */
@ApplicationScoped
public class SettingNews {

  @Inject SettingValues values;

  void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged news) {
    values.forget(news.businessId());
  }
}
