package org.tradehall.mail.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.mail.model.QueuedMail;
import org.tradehall.shared.service.Anyone;

/**
 * Delivers what is queued, one mail a transaction, whose row stays locked meanwhile: nodes that
 * work at the same time take different mails. A node that dies between the mail server's yes and
 * its own commit leaves a mail that another one sends again; nothing can rule that out, and none is
 * lost.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Anyone("tells nothing and does only what was decided before")
public class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class.getName());

  /** How long it is known that somebody was mailed. */
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject EntityManager em;
  @Inject Postman postman;
  @Inject Clock clock;

  /** False if nothing is due, or others are at it. */
  public boolean deliverNext() {
    var id = lockNext();
    if (id.isEmpty()) {
      return false;
    }
    var mail = em.find(QueuedMail.class, id.getAsLong());
    try {
      postman.deliver(mail);
      mail.delivered(clock.instant());
    } catch (MessagingException e) {
      mail.failed(String.valueOf(e.getMessage()), clock.instant());
      LOG.log(
          Level.WARNING,
          "Mail {0} could not be delivered, attempt {1}: {2}",
          new Object[] {mail.getId().toString(), mail.getAttempts(), e.getMessage()});
    }
    return true;
  }

  private OptionalLong lockNext() {
    try (var query =
            em.unwrap(Connection.class)
                .prepareStatement(
                    """
                    select id from mails
                    where sent_at is null and given_up_at is null and due_at <= now()
                    order by due_at, id limit 1 for update skip locked""");
        var row = query.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be read", e);
    }
  }

  public void forgetOld() {
    var forgotten =
        em.createQuery("delete from QueuedMail m where m.createdAt < :then")
            .setParameter("then", clock.instant().minus(KEPT))
            .executeUpdate();
    LOG.log(Level.FINE, "{0} old mails forgotten", forgotten);
  }
}
