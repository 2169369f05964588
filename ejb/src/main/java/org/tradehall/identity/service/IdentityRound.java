package org.tradehall.identity.service;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Forgets, once a night, what nobody needs any more. */
@Singleton
public class IdentityRound {

  private static final Logger LOG = Logger.getLogger(IdentityRound.class.getName());

  private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
  private static final Duration TOKENS_KEPT = Duration.ofDays(1);

  @Inject EntityManager em;
  @Inject Attempts attempts;
  @Inject Clock clock;

  @Schedule(hour = "3", minute = "29", persistent = false)
  void forgetOld() {
    attempts.forgetOld();
    var old =
        Map.of(
            "delete from UserSession s where s.lastSeenAt < :then", SESSIONS_KEPT,
            "delete from UserToken t where t.expiresAt < :then", TOKENS_KEPT);
    old.forEach(
        (delete, kept) -> {
          var then = clock.instant().minus(kept);
          var count = em.createQuery(delete).setParameter("then", then).executeUpdate();
          LOG.log(Level.FINE, "{0}: {1} rows", new Object[] {delete, count});
        });
  }
}
