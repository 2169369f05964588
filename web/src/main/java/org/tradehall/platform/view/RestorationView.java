package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.service.BusinessDiff;
import org.tradehall.platform.service.PlatformBusinessRestoreService;
import org.tradehall.shared.view.Texts;

/** One restore of a business: what it would change or has changed, and the way back. */
@Named
@RequestScoped
public class RestorationView {
  @EJB PlatformBusinessRestoreService restores;
  @Inject Texts texts;

  private Long id;
  private String businessName;
  private String password;
  private Restoration restoration;
  private BusinessDiff diff;

  public void load() {
    restoration = restores.find(id);
    diff = BusinessDiff.parse(restoration.diff());
  }

  public String restore() {
    restores.restore(id, businessName, password);
    return "/platform/restoration?faces-redirect=true&id=" + id;
  }

  public String undo() {
    return "/platform/restoration?faces-redirect=true&id=" + restores.prepareUndo(id);
  }

  /** Why it failed, in words. */
  public String getProblem() {
    var problem = getRestoration().problem();
    return problem.isEmpty()
        ? null
        : texts.error(problem.get(0), problem.subList(1, problem.size()).toArray());
  }

  public Restoration getRestoration() {
    if (restoration == null) {
      load();
    }
    return restoration;
  }

  public BusinessDiff getDiff() {
    if (diff == null) {
      load();
    }
    return diff;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getBusinessName() {
    return businessName;
  }

  public void setBusinessName(String businessName) {
    this.businessName = businessName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
