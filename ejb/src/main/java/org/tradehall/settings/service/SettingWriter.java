package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Objects;
import org.tradehall.settings.model.BusinessSetting;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.service.SettingStore.Place;

/** Writes the values of a business, for those who have checked that it may be. */
@ApplicationScoped
public class SettingWriter {

  @Inject EntityManager em;
  @Inject Clock clock;

  /**
   * Sets a value in the business, or takes it back if it is null.
   *
   * @return what was set before, null if nothing
   */
  String set(Place place, Setting<?> setting, String value) {
    var found =
        em.createQuery("select s from BusinessSetting s where s.key = :key", BusinessSetting.class)
            .setParameter("key", place.key())
            .getResultStream()
            .filter(row -> Objects.equals(row.getBranchId(), place.branchId()))
            .filter(row -> Objects.equals(row.getUserId(), place.userId()))
            .findFirst();
    var before = found.map(BusinessSetting::getValue).orElse(null);
    if (value == null) {
      found.ifPresent(em::remove);
    } else if (found.isPresent()) {
      found.get().set(value, clock.instant());
    } else {
      em.persist(
          new BusinessSetting(place.branchId(), place.userId(), setting, value, clock.instant()));
    }
    return before;
  }
}
