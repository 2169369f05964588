package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIInput;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.identity.service.PasswordRules;
import org.tradehall.identity.service.Strength;

/**
 * Tells how strong a password is while it is typed, by the very rules that judge it when it is set.
 */
@Named
@RequestScoped
public class StrengthView {
  @Inject PasswordRules rules;

  private Strength strength;

  public void judge(AjaxBehaviorEvent typed) {
    strength = rules.strength((String) ((UIInput) typed.getComponent()).getValue());
  }

  /** Null as long as nothing is typed. */
  public Strength getStrength() {
    return strength;
  }
}
