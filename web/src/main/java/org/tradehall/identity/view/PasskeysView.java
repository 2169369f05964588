package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.primefaces.PrimeFaces;
import org.tradehall.identity.model.Passkey;
import org.tradehall.identity.service.NewPasskey;
import org.tradehall.identity.service.PasskeyService;
import org.tradehall.shared.view.Texts;

/** The person's passkeys, and making one more. */
@Named
@RequestScoped
public class PasskeysView {
  @EJB PasskeyService passkeys;
  @Inject Texts texts;

  private List<Passkey> rows;
  private String name;
  private String password;
  private String answer;

  public List<Passkey> getRows() {
    if (rows == null) {
      rows = passkeys.mine();
    }
    return rows;
  }

  /** The page's script hands the question to the device. */
  public void begin() {
    var question = passkeys.begin(new NewPasskey(name, password));
    PasskeyQuestion.keep(Faces.getRequest(), question.kept(), name);
    PrimeFaces.current().ajax().addCallbackParam("passkeyMake", question.told());
  }

  public String add() {
    var question = PasskeyQuestion.take(Faces.getRequest()).filter(PasskeyQuestion::isForNew);
    if (question.isEmpty() || answer == null) {
      Messages.addGlobalError("{0}", texts.error("identity.passkey-refused"));
      return null;
    }
    passkeys.add(question.get().kept(), question.get().name(), answer);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.passkeyAdded"));
    return "/account/passkeys?faces-redirect=true";
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAnswer() {
    return null;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
