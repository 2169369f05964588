package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.LoginService;
import org.tradehall.shared.view.Texts;

/** Logging in, and going on to where the person wanted to go. */
@Named
@RequestScoped
public class LoginView {
  @EJB LoginService logins;
  @Inject Entrance entrance;
  @Inject KnownDevice device;
  @Inject Texts texts;

  private String email;
  private String password;
  private String from;

  public void logIn() {
    var attempt = logins.password(email, password, device.mark(Faces.getRequest(), email));
    switch (attempt.outcome()) {
      case RIGHT -> {
        entrance.enter(attempt.userId(), false);
        Entrance.goOn(from);
      }
      case SECOND_STEP -> {
        HalfLoggedIn.begin(Faces.getRequest(), attempt.userId(), from);
        Faces.redirect(Faces.getRequestContextPath() + "/login-code");
      }
      case TOO_EARLY -> Messages.addGlobalError("{0}", wait(texts, attempt.pause()));
      default -> Messages.addGlobalError("{0}", texts.get("identity.wrong"));
    }
  }

  static String wait(Texts texts, Duration wait) {
    var seconds = wait.toSeconds() + 1;
    return seconds > 90
        ? texts.format("identity.waitMinutes", (seconds + 59) / 60)
        : texts.format("identity.waitSeconds", seconds);
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

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
