package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.identity.service.LoginService;
import org.tradehall.shared.view.Texts;

/** The second step of a login. */
@Named
@RequestScoped
public class CodeView {
  @EJB LoginService logins;
  @Inject Entrance entrance;
  @Inject Texts texts;

  private String code;

  /** Whoever has not taken the first step, or too long ago, begins there. */
  public void check() {
    if (HalfLoggedIn.of(Faces.getRequest()).isEmpty()) {
      Faces.redirect(Faces.getRequestContextPath() + "/login");
    }
  }

  public void logIn() {
    var half = HalfLoggedIn.of(Faces.getRequest()).orElse(null);
    if (half == null) {
      Faces.redirect(Faces.getRequestContextPath() + "/login");
      return;
    }
    var attempt = logins.code(half.userId(), code);
    switch (attempt.outcome()) {
      case RIGHT -> {
        HalfLoggedIn.end(Faces.getRequest());
        entrance.enter(attempt.userId(), true);
        Entrance.goOn(half.from());
      }
      case TOO_EARLY -> Messages.addGlobalError("{0}", LoginView.wait(texts, attempt.pause()));
      default -> Messages.addGlobalError("{0}", texts.get("identity.codeWrong"));
    }
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
