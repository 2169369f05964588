package org.tradehall.identity.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tradehall.identity.service.CurrentSession;
import org.tradehall.identity.service.UserService;

/** How the person logs in. */
@Named
@RequestScoped
public class SecurityView {
  @EJB UserService users;
  @Inject CurrentSession current;

  public String getEmail() {
    return users.find(current.user()).getEmail();
  }
}
