package org.tradehall.settings.service;

import org.tradehall.settings.model.Setting;
import org.tradehall.shared.service.Search;

/** What somebody typed for a setting, in the form that is kept. */
public final class SettingText {

  private SettingText() {}

  /** Null for blank: then the wider scope counts. */
  public static String of(Setting<?> setting, String typed) {
    return Search.isBlank(typed) ? null : setting.parse(typed).toString();
  }
}
