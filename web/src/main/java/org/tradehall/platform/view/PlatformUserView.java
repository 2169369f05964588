package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.platform.service.PlatformSecondStepService;
import org.tradehall.platform.service.PlatformUserService;
import org.tradehall.platform.service.PlatformUserService.Details;
import org.tradehall.shared.view.Texts;

/** One person as the platform staff see him. */
@Named
@RequestScoped
public class PlatformUserView {
  @EJB PlatformUserService users;
  @EJB PlatformSecondStepService secondSteps;
  @Inject Texts texts;

  private Long id;
  private String reason;
  private String password;
  private Details details;
  private Boolean secondStep;

  public void load() {
    details = users.get(id);
  }

  public String deactivate() {
    users.deactivate(id);
    return done("platform.deactivated");
  }

  public String activate() {
    users.activate(id);
    return done("platform.activated");
  }

  public String removeSecondStep() {
    secondSteps.remove(id, reason, password);
    return done("platform.secondStepRemoved");
  }

  /** Whether the person has anything to log in with beside the password. */
  public boolean isSecondStep() {
    if (secondStep == null) {
      secondStep = secondSteps.isSetUp(id);
    }
    return secondStep;
  }

  private String done(String text) {
    Messages.addFlashGlobalInfo("{0}", texts.get(text));
    return "/platform/user?faces-redirect=true&id=" + id;
  }

  public Details getDetails() {
    if (details == null) {
      load();
    }
    return details;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
