package org.tradehall.identity.service;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserToken;
import org.tradehall.identity.model.UserToken.Purpose;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Tells whoever wants to sign up how to go on: by a link, or with the account that he has. */
@Stateless
public class SignUpMail {

  @Inject EntityManager em;
  @Inject Attempts attempts;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Works after the caller was answered, so that the answer takes as long with an account as
   * without.
   *
   * @param email as it is stored
   * @param language tag of the language of whoever asks
   */
  @Asynchronous
  @Anyone("signing up is open")
  public void send(String email, String language) {
    if (attempts.count(Attempts.Kind.MAIL, email).isPresent()) {
      return;
    }
    var known =
        em.createQuery("select u from User u where u.email = :email", User.class)
            .setParameter("email", email)
            .getResultStream()
            .findFirst();
    known.ifPresentOrElse(this::remind, () -> sendLink(email, language));
    deeds.fire(
        new Deed("user.request-sign-up", "User", known.map(User::getId).orElse(null))
            .outsideBusinesses());
  }

  private void remind(User user) {
    mails.send(
        new Mail(
            user.getEmail(),
            Locale.forLanguageTag(user.getLocale()),
            "identity.signUpKnown",
            List.of(user.getName()),
            "/login"));
  }

  private void sendLink(String email, String language) {
    var token = Token.random();
    em.persist(new UserToken(Token.hash(token), Purpose.SIGN_UP, null, email, clock.instant()));
    mails.send(
        new Mail(
            email,
            Locale.forLanguageTag(language),
            "identity.signUp",
            List.of(),
            "/signup?token=" + token));
  }
}
