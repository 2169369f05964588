package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.Preferences;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.SignUpService;
import org.tradehall.identity.service.SignUpWish;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.view.Language;
import org.tradehall.shared.view.Texts;

/**
 * Signing up; the new user is logged in at once and goes on to where he wanted to go, or to set up
 * a business. Where it is wanted so, he first gets a link by mail.
 */
@Named
@RequestScoped
public class SignupView {
  private static final String INVITATION = "/invitation?code=";

  @EJB UserService users;
  @EJB SignUpService signUps;
  @Inject Entrance entrance;
  @Inject LoginView login;
  @Inject Language language;
  @Inject Texts texts;

  private String name;
  private String email;
  private String password;
  private String token;
  private String address;

  /** Tells the same whether or not there is such an account. */
  public String request() {
    signUps.request(new SignUpWish(email, language.getTag()));
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.signUpMailed"));
    return "/login?faces-redirect=true";
  }

  public String signUp() {
    var proved = token == null ? email : getAddress();
    var user = users.signUp(new SignUp(name, proved, password, invitation(), token));
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

  /** Whether the address is all that is asked for. */
  public boolean isAddressOnly() {
    return token == null && invitation() == null && signUps.isByMail();
  }

  /** Whether the person comes by a link that works no more. */
  public boolean isLinkOver() {
    return token != null && getAddress() == null;
  }

  /** Where the link was mailed to by which the person comes; null if he comes by none. */
  public String getAddress() {
    if (address == null && token != null) {
      address = signUps.address(token).orElse(null);
    }
    return address;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
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
