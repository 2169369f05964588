package org.tradehall.settings.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.settings.service.SettingService;
import org.tradehall.shared.view.Texts;

/** What somebody has set for himself in the business where he works. */
@Named
@RequestScoped
public class MySettingsView {

  @EJB SettingService settings;
  @Inject Texts texts;

  private List<SettingField> fields;

  public List<SettingField> getFields() {
    if (fields == null) {
      fields = SettingField.of(settings.mine(), texts);
    }
    return fields;
  }

  public String save() {
    settings.changeMine(SettingField.values(getFields()));
    Messages.addFlashGlobalInfo("{0}", texts.get("settings.saved"));
    return "/app/settings/mine?faces-redirect=true";
  }
}
