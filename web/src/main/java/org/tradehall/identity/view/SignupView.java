package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.identity.service.Preferences;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.view.Language;

/**
 * Signing up; the new user is logged in at once and goes on to where he wanted to go, or to set up
 * a business.
 */
@Named
@RequestScoped
public class SignupView {
  private static final String INVITATION = "/invitation?code=";

  @EJB UserService users;
  @Inject Entrance entrance;
  @Inject LoginView login;
  @Inject Language language;

  private String name;
  private String email;
  private String password;

  public String signUp() {
    var user = users.signUp(new SignUp(name, email, password, invitation()));
    users.prefer(user.getId(), new Preferences(language.getTag(), null));
    entrance.enter(user.getId(), false);
    if (login.getFrom() == null) {
      return "/setup?faces-redirect=true";
    }
    Entrance.goOn(login.getFrom());
    return null;
  }

  /** Null unless the person comes from the page of an invitation. */
  private String invitation() {
    var from = login.getFrom();
    return from != null && from.startsWith(INVITATION) ? from.substring(INVITATION.length()) : null;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
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
}
