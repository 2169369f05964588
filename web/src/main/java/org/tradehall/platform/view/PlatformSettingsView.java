package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.PlatformSettingService;
import org.tradehall.settings.view.SettingField;
import org.tradehall.shared.view.Texts;

/** The settings of the whole installation. */
@Named
@RequestScoped
public class PlatformSettingsView {

  @EJB PlatformSettingService settings;
  @Inject Texts texts;

  private List<SettingField> fields;

  public List<SettingField> getFields() {
    if (fields == null) {
      fields = SettingField.of(settings.choices(), texts);
    }
    return fields;
  }

  public String save() {
    settings.change(SettingField.values(getFields()));
    Messages.addFlashGlobalInfo("{0}", texts.get("settings.saved"));
    return "/platform/settings?faces-redirect=true";
  }
}
