package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.EmailService;
import org.tradehall.identity.service.NewEmail;
import org.tradehall.shared.view.Texts;

/** Asking for another e-mail address, and confirming it by the link that was mailed. */
@Named
@RequestScoped
public class EmailView {
  @EJB EmailService emails;
  @Inject Texts texts;

  private String email;
  private String password;
  private String token;

  public String request() {
    emails.request(new NewEmail(email, password));
    Messages.addFlashGlobalInfo("{0}", texts.format("identity.emailMailed", email));
    return "/account/security?faces-redirect=true";
  }

  public String confirm() {
    emails.confirm(token);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.emailChanged"));
    var logged = Faces.getRemoteUser() != null;
    return (logged ? "/account/security" : "/login") + "?faces-redirect=true";
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
