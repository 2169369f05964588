package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.primefaces.PrimeFaces;
import org.tradehall.identity.service.LoginService;
import org.tradehall.identity.service.PasskeyService;
import org.tradehall.shared.view.Texts;

/** Logging in with a passkey: a question to the device, and its answer. */
@Named
@RequestScoped
public class PasskeyLoginView {
  @EJB PasskeyService passkeys;
  @EJB LoginService logins;
  @Inject LoginView login;
  @Inject Entrance entrance;
  @Inject Texts texts;

  private String answer;

  /** The page's script hands the question to the device. */
  public void ask() {
    var question = passkeys.ask();
    PasskeyQuestion.keep(Faces.getRequest(), question.kept(), null);
    PrimeFaces.current().ajax().addCallbackParam("passkeyShow", question.told());
  }

  public void logIn() {
    var question = PasskeyQuestion.take(Faces.getRequest()).filter(asked -> !asked.isForNew());
    if (question.isEmpty() || answer == null) {
      Messages.addGlobalError("{0}", texts.get("identity.passkeyWrong"));
      return;
    }
    var attempt = logins.passkey(question.get().kept(), answer);
    switch (attempt.outcome()) {
      case RIGHT -> {
        entrance.enter(attempt.userId(), true);
        Entrance.goOn(login.getFrom());
      }
      case TOO_EARLY -> Messages.addGlobalError("{0}", LoginView.wait(texts, attempt.pause()));
      default -> Messages.addGlobalError("{0}", texts.get("identity.passkeyWrong"));
    }
  }

  public String getAnswer() {
    return null;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
