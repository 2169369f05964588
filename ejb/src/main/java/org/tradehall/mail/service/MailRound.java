package org.tradehall.mail.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.shared.service.Availability;

/** Empties the outbox. One round at a time is enough for a node; it takes also what comes then. */
@ApplicationScoped
public class MailRound {

  private static final Logger LOG = Logger.getLogger(MailRound.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject Courier courier;
  @Inject Availability availability;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean underway = new AtomicBoolean();

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailDue due) {
    wanted.set(true);
    executor.execute(this::go);
  }

  void again() {
    wanted.set(true);
    go();
  }

  private void go() {
    while (!availability.isInterrupted() && wanted.get() && underway.compareAndSet(false, true)) {
      try {
        wanted.set(false);
        while (courier.deliverNext()) {
          LOG.log(Level.FINE, "A mail was dealt with");
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "The outbox could not be emptied", e);
      } finally {
        underway.set(false);
      }
    }
  }
}
