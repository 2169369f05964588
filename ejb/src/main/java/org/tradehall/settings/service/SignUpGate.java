package org.tradehall.settings.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tradehall.identity.service.SignUpWay;
import org.tradehall.identity.service.SigningUp;
import org.tradehall.settings.model.Settings;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.service.InvitationService;

/**
 * Keeps strangers from signing up where the administrator wants it so. Whoever was invited is none,
 * under the address to which his link was sent: else one link would open any number of accounts.
 * That link also shows that he reads mail there, where that is wanted.
 */
@ApplicationScoped
public class SignUpGate implements SignUpWay {

  @Inject SettingValues settings;
  @Inject InvitationService invitations;

  void check(@Observes SigningUp request) {
    if (!settings.getForAll(Settings.SIGN_UP_OPEN)) {
      assertInvited(request, "settings.sign-up-closed", "settings.sign-up-invited");
    } else if (isByMail() && !request.proved()) {
      assertInvited(request, "settings.sign-up-mailed", "settings.sign-up-address");
    }
  }

  private void assertInvited(SigningUp request, String without, String otherwise) {
    if (request.invitation() == null) {
      throw new RefusedException(without);
    }
    if (!invitations.isFor(request.email(), request.invitation())) {
      throw new InvalidException(Violation.at("email", otherwise));
    }
  }

  @Override
  public boolean isByMail() {
    return settings.getForAll(Settings.SIGN_UP_BY_MAIL);
  }
}
