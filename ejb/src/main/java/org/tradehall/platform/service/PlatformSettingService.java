package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.settings.model.Scope;
import org.tradehall.settings.model.Setting;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.model.SystemSetting;
import org.tradehall.settings.service.SettingChanged;
import org.tradehall.settings.service.SettingService.Choice;
import org.tradehall.settings.service.SettingText;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.RequiresAdmin;

/** Setting values for the whole installation. */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.SETTINGS_MANAGE)
public class PlatformSettingService {

  @Inject EntityManager em;
  @Inject Event<Deed> deeds;
  @Inject Event<SettingChanged> changed;
  @Inject Clock clock;

  public List<Choice> choices() {
    return Settings.in(Scope.PLATFORM).stream()
        .map(
            setting -> {
              var row = em.find(SystemSetting.class, setting.getKey());
              var own = row == null ? null : row.getValue();
              return new Choice(setting, own, setting.getFallback().toString());
            })
        .toList();
  }

  public void change(Map<Setting<?>, String> values) {
    var before = new Facts();
    var after = new Facts();
    values.forEach(
        (setting, text) -> {
          if (!setting.canBeSetIn(Scope.PLATFORM)) {
            throw new ForbiddenException("shared.forbidden");
          }
          var value = SettingText.of(setting, text);
          before.with(setting.getKey(), set(setting, value));
          after.with(setting.getKey(), value);
        });
    em.flush();
    if (!before.notIn(after).isEmpty() || !after.notIn(before).isEmpty()) {
      deeds.fire(
          new Deed("settings.platform", "Setting", null)
              .changed(before, after)
              .outsideBusinesses());
      changed.fire(new SettingChanged(null));
    }
  }

  private String set(Setting<?> setting, String value) {
    var row = em.find(SystemSetting.class, setting.getKey());
    var before = row == null ? null : row.getValue();
    if (row == null && value != null) {
      em.persist(new SystemSetting(setting, value, clock.instant()));
    } else if (row != null && value == null) {
      em.remove(row);
    } else if (row != null) {
      row.set(value, clock.instant());
    }
    return before;
  }
}
