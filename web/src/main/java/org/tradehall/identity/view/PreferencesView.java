package org.tradehall.identity.view;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.Preferences;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.view.Language;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/** The person's own language, and how numbers and dates are written. */
@Named
@RequestScoped
public class PreferencesView {
  @EJB UserService users;
  @Inject BusinessContext context;
  @Inject Language language;
  @Inject Texts texts;

  private String tag;
  private String region;

  @PostConstruct
  void begin() {
    tag = language.getTag();
    region = language.getRegion() == null ? null : language.getRegion().toLanguageTag();
  }

  public String save() {
    users.prefer(context.getUserId(), new Preferences(tag, region));
    Messages.addFlashGlobalInfo("{0}", texts.in(tag, "identity.preferencesSaved"));
    return "/account/preferences?faces-redirect=true";
  }

  /** Each by its own name, so that whoever lost his way finds back. */
  public List<SelectItem> getLanguages() {
    return Language.ALL.stream()
        .map(locale -> new SelectItem(locale.toLanguageTag(), locale.getDisplayLanguage(locale)))
        .toList();
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  /** Null for the way of the business. */
  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }
}
