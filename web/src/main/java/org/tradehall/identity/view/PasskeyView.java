package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.identity.model.Passkey;
import org.tradehall.identity.service.PasskeyName;
import org.tradehall.identity.service.PasskeyService;
import org.tradehall.shared.view.Texts;

/** One of the person's passkeys: named anew, or given up. */
@Named
@RequestScoped
public class PasskeyView {
  @EJB PasskeyService passkeys;
  @Inject Texts texts;

  private Long id;
  private Passkey key;
  private String name;
  private String password;

  public void load() {
    name = getKey().getName();
  }

  public String rename() {
    passkeys.rename(id, new PasskeyName(name));
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.passkeyRenamed"));
    return "/account/passkeys?faces-redirect=true";
  }

  public String remove() {
    passkeys.remove(id, password);
    Messages.addFlashGlobalInfo("{0}", texts.get("identity.passkeyRemoved"));
    return "/account/passkeys?faces-redirect=true";
  }

  public Passkey getKey() {
    if (key == null) {
      key = passkeys.get(id);
    }
    return key;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
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
}
