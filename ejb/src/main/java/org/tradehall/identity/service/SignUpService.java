package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserToken;
import org.tradehall.identity.model.UserToken.Purpose;
import org.tradehall.shared.service.Anyone;

/**
 * Signing up by a link that is mailed to the address. Whoever asks for one learns nothing of who
 * has an account: that stands in the mail.
 */
@Stateless
public class SignUpService {

  @Inject EntityManager em;
  @Inject SignUpWay way;
  @Inject SignUpMail mail;
  @Inject Event<SigningUp> signingUp;
  @Inject Clock clock;

  /** Whether strangers have to ask for a link. */
  @Anyone("signing up is open")
  public boolean isByMail() {
    return way.isByMail();
  }

  /** Has the way on mailed to an address. */
  @Anyone("signing up is open")
  public void request(@Valid SignUpWish wish) {
    signingUp.fire(new SigningUp(wish.email(), null, true));
    mail.send(User.canonical(wish.email()), wish.language());
  }

  /** Where a link was mailed to; empty if it would not work any more. */
  @Anyone("the link is what is being verified")
  public Optional<String> address(String token) {
    return Optional.ofNullable(em.find(UserToken.class, Token.hash(token)))
        .filter(found -> found.getPurpose() == Purpose.SIGN_UP && found.isGood(clock.instant()))
        .map(UserToken::getEmail);
  }
}
