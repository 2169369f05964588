package org.tradehall.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tradehall.identity.model.SecondFactor;
import org.tradehall.shared.model.RefusedException;

/**
 * What a person logs in with beside the password. Whoever knows only the password of one of the
 * platform staff must not put means of his own in the place of those.
 */
@ApplicationScoped
public class SecondSteps {

  private static final List<String> ALL_OF_A_PERSON =
      List.of(
          "delete from SecondFactor f where f.userId = :user",
          "delete from RecoveryCode c where c.userId = :user",
          "delete from Passkey p where p.userId = :user");

  @Inject EntityManager em;
  @Inject CurrentSession current;
  @Inject SessionService sessions;

  /**
   * @throws RefusedException if the caller still owes the second step that he has
   */
  void mayChange(Long userId) {
    if (current.isHeldBack() && hasOne(userId)) {
      throw new RefusedException("identity.second-step-first");
    }
  }

  /** The first one that is set up is thereby taken; of a further one that says nothing. */
  void add(Long userId) {
    mayChange(userId);
    if (!hasOne(userId)) {
      sessions.takeSecondStep();
    }
  }

  /** Whether the person could have taken one. */
  public boolean hasOne(Long userId) {
    var factor = em.find(SecondFactor.class, userId);
    return (factor != null && factor.isOn())
        || em.createQuery("select count(p) from Passkey p where p.userId = :user", Long.class)
                .setParameter("user", userId)
                .getSingleResult()
            > 0;
  }

  /**
   * Takes all of them away from somebody who cannot show them any more, and ends his sessions. The
   * caller has judged whether it may.
   */
  public void removeAll(Long userId) {
    for (var delete : ALL_OF_A_PERSON) {
      em.createQuery(delete).setParameter("user", userId).executeUpdate();
    }
    sessions.endOthers(userId);
  }
}
