package org.tradehall.settings.view;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.settings.service.SettingService;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.Branch;

/** The settings of a business, or of one of its branches. */
@Named
@RequestScoped
public class BusinessSettingsView {

  @EJB SettingService settings;
  @Inject Texts texts;

  private Long branch;
  private List<SettingField> fields;

  /** The fields are made before parameters are given to the view. */
  @PostConstruct
  void begin() {
    var parameter = Faces.getRequestParameter("branch");
    branch = parameter != null && parameter.matches("\\d{1,18}") ? Long.valueOf(parameter) : null;
  }

  public List<SettingField> getFields() {
    if (fields == null) {
      var choices = branch == null ? settings.ofBusiness() : settings.ofBranch(branch);
      fields = SettingField.of(choices, texts);
    }
    return fields;
  }

  public String save() {
    var values = SettingField.values(getFields());
    if (branch == null) {
      settings.changeBusiness(values);
    } else {
      settings.changeBranch(branch, values);
    }
    Messages.addFlashGlobalInfo("{0}", texts.get("settings.saved"));
    var which = branch == null ? "" : "&branch=" + branch;
    return "/app/settings/business?faces-redirect=true" + which;
  }

  public List<Branch> getBranches() {
    return settings.branches();
  }

  /** Null for the whole business. */
  public Long getBranch() {
    return branch;
  }
}
