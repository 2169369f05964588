package org.tradehall.identity.service;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserToken;
import org.tradehall.identity.model.UserToken.Purpose;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Changing one's password, with the old one or with a link that was mailed. */
@Stateless
public class PasswordService {

  @Inject EntityManager em;
  @Inject SessionService sessions;
  @Inject Confirmation confirmation;
  @Inject Attempts attempts;
  @Inject Passwords passwords;
  @Inject PasswordRules rules;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** Takes the current password as well; ends the person's other sessions. */
  @Anyone("a person changes his own password")
  public void change(String current, String next) {
    var user = sessions.person();
    confirmation.password("current", user, current);
    rules.check("next", next, user.getEmail(), user.getName());
    set(user, next);
  }

  /**
   * Makes sure, before something grave, that the one at the keyboard knows the password.
   *
   * @param field where it was typed in, for the message
   */
  @Anyone("a person confirms his own act")
  public void confirm(String field, String password) {
    confirmation.password(field, sessions.person(), password);
  }

  /**
   * Mails a link, if there is such an account. Works after the caller was answered, so that the
   * answer is the same and takes as long if there is none.
   */
  @Asynchronous
  @Anyone("whoever has forgotten his password cannot log in")
  public void requestReset(String email) {
    var canonical = User.canonical(email);
    if (attempts.count(Attempts.Kind.MAIL, canonical).isPresent()) {
      return;
    }
    em.createQuery("select u from User u where u.email = :email and u.active = true", User.class)
        .setParameter("email", canonical)
        .getResultStream()
        .findFirst()
        .ifPresent(this::mailLink);
  }

  private void mailLink(User user) {
    var token = Token.random();
    em.persist(
        new UserToken(
            Token.hash(token), Purpose.PASSWORD, user.getId(), user.getEmail(), clock.instant()));
    mails.send(
        new Mail(
            user.getEmail(),
            Locale.forLanguageTag(user.getLocale()),
            "identity.reset",
            List.of(user.getName()),
            "/reset?token=" + token));
    deeds.fire(new Deed("user.request-reset", "User", user.getId()).outsideBusinesses());
  }

  /** Whether a link would still work. */
  @Anyone("the link is what is being verified")
  public boolean isGood(String token) {
    var found = em.find(UserToken.class, Token.hash(token));
    return found != null && found.isGood(clock.instant());
  }

  /** Sets a password by a link that was mailed; ends all of the person's sessions. */
  @Anyone("the link is what is being verified")
  public void reset(String token, String next) {
    var user = em.find(User.class, use(Purpose.PASSWORD, token).getUserId());
    if (!user.isActive()) {
      throw new RefusedException("identity.link-over");
    }
    rules.check("next", next, user.getEmail(), user.getName());
    set(user, next);
    attempts.succeeded(Attempts.Kind.ACCOUNT, user.getEmail());
  }

  /** Uses a link up; whoever comes second, even at the same moment, gets nothing. */
  @Anyone("the link is what is being verified")
  public UserToken use(Purpose purpose, String token) {
    var now = clock.instant();
    var found = em.find(UserToken.class, Token.hash(token), LockModeType.PESSIMISTIC_WRITE);
    if (found == null || found.getPurpose() != purpose || !found.isGood(now)) {
      throw new RefusedException("identity.link-over");
    }
    found.use(now);
    return found;
  }

  private void set(User user, String next) {
    if (passwords.verify(next, user.getPasswordHash())) {
      throw new InvalidException(Violation.at("next", "identity.password-same"));
    }
    user.rehash(passwords.hash(next));
    em.createQuery(
            "update UserToken t set t.usedAt = :now where t.userId = :user and t.usedAt is null")
        .setParameter("now", clock.instant())
        .setParameter("user", user.getId())
        .executeUpdate();
    sessions.endOthers(user.getId());
    mails.send(
        new Mail(
            user.getEmail(),
            Locale.forLanguageTag(user.getLocale()),
            "identity.changed",
            List.of(user.getName()),
            "/forgot"));
    deeds.fire(
        new Deed("user.change-password", "User", user.getId())
            .by(user.getId())
            .outsideBusinesses());
  }
}
