package org.tradehall.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * Asks a logged-in person for the password again before something that whoever finds an open
 * browser must not do.
 */
@ApplicationScoped
public class Confirmation {

  @Inject Attempts attempts;
  @Inject Passwords passwords;

  /**
   * @param field where the password was typed in, for the message
   */
  void password(String field, User user, String password) {
    var subject = user.getId().toString();
    var wait = attempts.count(Attempts.Kind.CONFIRMATION, subject);
    if (wait.isPresent()) {
      throw new InvalidException(Violation.at(field, "identity.wait", wait.get().toSeconds() + 1));
    }
    if (password == null || !passwords.verify(password, user.getPasswordHash())) {
      throw new InvalidException(Violation.at(field, "identity.password-wrong"));
    }
    attempts.succeeded(Attempts.Kind.CONFIRMATION, subject);
  }
}
