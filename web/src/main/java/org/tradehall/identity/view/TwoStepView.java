package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.TwoStepService;
import org.tradehall.shared.view.Texts;

/**
 * Turning the second step of the login on and off. Recovery codes are shown in one answer, once.
 */
@Named
@RequestScoped
public class TwoStepView {
  @EJB TwoStepService twoSteps;
  @Inject CurrentSession current;
  @Inject Texts texts;

  private Boolean on;
  private TwoStepService.Offer offer;
  private String password;
  private String code;
  private List<String> codes;

  public void turnOn() {
    codes = twoSteps.turnOn(password, code);
    on = null;
    Messages.addGlobalInfo("{0}", texts.get("identity.twoStepTurnedOn"));
  }

  public void turnOff() {
    twoSteps.turnOff(password);
    on = null;
    Messages.addGlobalInfo("{0}", texts.get("identity.twoStepTurnedOff"));
  }

  public void renewCodes() {
    codes = twoSteps.renewCodes(password);
  }

  public boolean isOn() {
    if (on == null) {
      on = twoSteps.isOn();
    }
    return on;
  }

  /** Whether the person has anything to log in with beside the password. */
  public boolean isPossible() {
    return twoSteps.isPossible();
  }

  private TwoStepService.Offer offer() {
    if (offer == null) {
      offer = twoSteps.offer();
    }
    return offer;
  }

  public String getPicture() {
    return QrCode.of(offer().uri());
  }

  /** In groups of four, for those who type it. */
  public String getSecret() {
    return offer().secret().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Where the person goes from here: to where he was held back, or to where he came from. */
  public String getOnward() {
    return current.isHeldBack() ? "/" : "/account/security";
  }

  /** Null unless they were made by this very request. */
  public List<String> getCodes() {
    return codes;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
