package org.tradehall.tenancy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tradehall.identity.model.User;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Invitation;
import org.tradehall.tenancy.model.RoleChoice;

/** Writes an invitation to the business that the caller is in, and mails it. */
@ApplicationScoped
class InvitationWriter {

  static final String PREFIX = "inv";

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject MailService mail;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * An open invitation to the same address ends. Written in the language of whoever invites: that
   * of the invited person is not known.
   */
  Invitation write(String email, RoleChoice role, List<Long> branches) {
    var now = clock.instant();
    em.createQuery(
            "select i from Invitation i where i.email = :email and i.endedAt is null",
            Invitation.class)
        .setParameter("email", User.canonical(email))
        .getResultList()
        .forEach(other -> other.end(now));
    em.flush();
    var secret = Secret.random(PREFIX, context.getBusinessId());
    var inviter = em.find(User.class, context.getUserId());
    var invitation = new Invitation(email, role, branches, secret.hash(), inviter, now);
    em.persist(invitation);
    em.flush();
    mail.send(
        new Mail(
            invitation.getEmail(),
            Locale.forLanguageTag(inviter.getLocale()),
            "tenancy.invitation",
            List.of(inviter.getName(), context.getBusinessName()),
            "/invitation?code=" + secret.text()));
    deeds.fire(
        new Deed("member.invite", "Invitation", invitation.getId(), Map.of("role", role.key())));
    return invitation;
  }
}
