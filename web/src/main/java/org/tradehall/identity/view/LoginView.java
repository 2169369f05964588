package org.tradehall.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;

/** Logging in, and going on to where the person wanted to go. */
@Named
@RequestScoped
public class LoginView {
  @Inject SecurityContext security;
  @Inject Texts texts;

  private String email;
  private String password;
  private String from;

  public void logIn() {
    if (authenticate(email, password)) {
      goOn();
    } else {
      Messages.addGlobalError("{0}", texts.get("identity.wrong"));
    }
  }

  void goOn() {
    Faces.redirect(target());
  }

  boolean authenticate(String name, String secret) {
    var credential = new UsernamePasswordCredential(name, secret);
    var parameters =
        AuthenticationParameters.withParams().credential(credential).newAuthentication(true);
    var status = security.authenticate(Faces.getRequest(), Faces.getResponse(), parameters);
    return status == AuthenticationStatus.SUCCESS;
  }

  /** Only a path of our own; an address like {@code //evil.example} is somebody else's. */
  private String target() {
    var own = from != null && from.matches("/(?![/\\\\])[^\\s\\\\]*");
    return Faces.getRequestContextPath() + (own ? from : "/");
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
