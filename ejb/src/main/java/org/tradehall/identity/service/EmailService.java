package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserToken;
import org.tradehall.identity.model.UserToken.Purpose;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Changing the e-mail address of one's account: asked for, then confirmed at the new address. */
@Stateless
public class EmailService {

  @Inject EntityManager em;
  @Inject SessionService sessions;
  @Inject PasswordService passwords;
  @Inject Confirmation confirmation;
  @Inject Attempts attempts;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Mails a link to the new address. It is not told whether somebody else has the address; the link
   * then simply will not do.
   */
  @Anyone("a person changes his own address")
  public void request(@Valid NewEmail wish) {
    var user = sessions.person();
    confirmation.password("password", user, wish.password());
    var canonical = User.canonical(wish.email());
    if (attempts.count(Attempts.Kind.MAIL, canonical).isPresent()) {
      throw new RefusedException("identity.too-many-mails");
    }
    var token = Token.random();
    em.persist(
        new UserToken(Token.hash(token), Purpose.EMAIL, user.getId(), canonical, clock.instant()));
    mails.send(mail(user, canonical, "identity.email", List.of(user.getName()), token));
  }

  private static Mail mail(
      User user, String to, String template, List<String> arguments, String token) {
    var path = token == null ? null : "/confirm-email?token=" + token;
    return new Mail(to, Locale.forLanguageTag(user.getLocale()), template, arguments, path);
  }

  /** Makes the address to which the link was mailed the account's, and tells the old one. */
  @Anyone("the link is what is being verified")
  public void confirm(String token) {
    var proved = passwords.use(Purpose.EMAIL, token);
    var user = em.find(User.class, proved.getUserId());
    var taken =
        em.createQuery("select count(u) from User u where u.email = :email", Long.class)
            .setParameter("email", proved.getEmail())
            .getSingleResult();
    if (taken > 0 || !user.isActive()) {
      throw new RefusedException("identity.link-over");
    }
    var old = user.getEmail();
    user.moveTo(proved.getEmail());
    em.flush();
    mails.send(
        mail(user, old, "identity.emailChanged", List.of(user.getName(), proved.getEmail()), null));
    deeds.fire(
        new Deed("user.change-email", "User", user.getId()).by(user.getId()).outsideBusinesses());
  }
}
