package org.tradehall.identity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.shared.view.Texts;

/** Devices as people know them. */
@Named("devices")
@ApplicationScoped
public class DeviceNames {
  @Inject Texts texts;

  /**
   * @param agent how the browser calls itself
   */
  public String name(String agent) {
    var device = Device.of(agent);
    if (device.browser().isEmpty() || device.system().isEmpty()) {
      var known = device.browser() + device.system();
      return known.isEmpty() ? texts.get("identity.unknownDevice") : known;
    }
    return texts.format("identity.browserOn", device.browser(), device.system());
  }

  public String icon(String agent) {
    return Device.of(agent).system().matches("iPhone|iPad|Android") ? "pi-mobile" : "pi-desktop";
  }
}
