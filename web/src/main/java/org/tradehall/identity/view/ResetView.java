package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.shared.view.Texts;

/** For those who have forgotten their password: asking for a link, and choosing a new one by it. */
@Named
@RequestScoped
public class ResetView {
  @EJB PasswordService passwords;
  @Inject Texts texts;

  private String email;
  private String token;
  private String next;
  private Boolean good;

  /** Tells the same whether or not there is such an account. */
  public String request() {
    passwords.requestReset(email);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.resetMailed"));
    return "/login?faces-redirect=true";
  }

  public boolean isGood() {
    if (good == null) {
      good = token != null && passwords.isGood(token);
    }
    return good;
  }

  public String reset() {
    passwords.reset(token, next);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.passwordChanged"));
    return "/login?faces-redirect=true";
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }
}
