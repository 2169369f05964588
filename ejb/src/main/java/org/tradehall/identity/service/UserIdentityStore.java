package org.tradehall.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Our {@code users} table for Jakarta Security. The caller's name is the user's id, not the e-mail
 * address: it stands in logs, and it never changes.
 */
@ApplicationScoped
public class UserIdentityStore implements IdentityStore {

  /** The group of everybody who is logged in. */
  public static final String USER = "user";

  /** The group of those who have an admin profile. */
  public static final String STAFF = "platform";

  @Inject UserService users;

  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return users
        .authenticate(credential.getCaller(), credential.getPasswordAsString())
        .map(
            login ->
                new CredentialValidationResult(
                    login.userId().toString(), login.admin() ? Set.of(USER, STAFF) : Set.of(USER)))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}
