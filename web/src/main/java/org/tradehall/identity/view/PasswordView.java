package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.shared.view.Texts;

/** Changing the password, knowing the old one. */
@Named
@RequestScoped
public class PasswordView {
  @EJB PasswordService passwords;
  @Inject Texts texts;

  private String current;
  private String next;

  public String change() {
    passwords.change(current, next);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.passwordChanged"));
    return "/account/security?faces-redirect=true";
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }
}
