package org.tradehall.mail.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.tradehall.mail.model.QueuedMail;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.PublicAddress;

/**
 * Mails people. A mail is a part of the caller's transaction: it goes out once that is through, and
 * not at all if it fails.
 */
@Stateless
public class MailService {

  @Inject EntityManager em;
  @Inject PublicAddress address;
  @Inject Event<MailDue> due;
  @Inject Clock clock;

  @Anyone("called by use cases, which have judged their caller")
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void send(Mail mail) {
    var url = mail.path() == null ? null : address.of(mail.path());
    var letter = Letter.of(mail, url, address.get().toString());
    em.persist(
        new QueuedMail(
            mail.to().strip(), letter.subject(), letter.text(), letter.page(), clock.instant()));
    due.fire(new MailDue());
  }
}
