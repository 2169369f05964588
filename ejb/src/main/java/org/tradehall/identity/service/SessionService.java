package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tradehall.identity.model.AdminProfile;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserSession;
import org.tradehall.identity.service.UserService.Login;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Origin;

/** Where people are logged in. */
@Stateless
public class SessionService {

  @Inject EntityManager em;
  @Inject CurrentSession current;
  @Inject SessionTime time;
  @Inject StaffLogin staff;
  @Inject Origin origin;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Begins a session of somebody who has proved who he is.
   *
   * @param agent how the browser calls itself
   * @param twoSteps whether he has proved it by more than his password
   * @return its id
   */
  @Anyone("called by the login, which has judged the caller")
  public String begin(Long userId, String agent, boolean twoSteps) {
    var id = Token.random();
    var session = new UserSession(id, userId, origin.getAddress(), agent, clock.instant());
    if (twoSteps) {
      session.takeSecondStep();
    }
    em.persist(session);
    deeds.fire(new Deed("user.login", "User", userId).by(userId).outsideBusinesses());
    return id;
  }

  /** Who is logged in by a session; empty if it is over or the person was deactivated. */
  @Anyone("its random id is what is being verified")
  public Optional<Login> check(String sessionId) {
    var now = clock.instant();
    var found =
        em.createQuery(
                "select s, a from UserSession s join User u on u.id = s.userId"
                    + " left join AdminProfile a on a.userId = s.userId"
                    + " where s.id = :id and u.active = true",
                Object[].class)
            .setParameter("id", sessionId)
            .getResultList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var session = (UserSession) found.get(0)[0];
    if (session.isOver(now, time.idle())) {
      return Optional.empty();
    }
    session.seen(now);
    boolean admin = found.get(0)[1] instanceof AdminProfile;
    boolean heldBack = admin && !session.isOfTwoSteps() && staff.takesTwoSteps();
    return Optional.of(new Login(session.getUserId(), admin, heldBack));
  }

  /** Those of the logged-in person that go on, the last used first. */
  @Anyone("a person sees his own sessions")
  public List<UserSession> mine() {
    var now = clock.instant();
    var idle = time.idle();
    return em
        .createQuery(
            "select s from UserSession s where s.userId = :user and s.endedAt is null"
                + " order by s.lastSeenAt desc, s.createdAt desc",
            UserSession.class)
        .setParameter("user", current.user())
        .getResultList()
        .stream()
        .filter(session -> !session.isOver(now, idle))
        .toList();
  }

  /** Ends one of the logged-in person's own. */
  @Anyone("a person ends his own sessions")
  public void end(String sessionId) {
    var session = em.find(UserSession.class, sessionId);
    if (session == null || !session.getUserId().equals(current.user())) {
      throw new NotFoundException("identity.no-such-session");
    }
    session.end(clock.instant());
    deeds.fire(new Deed("user.logout", "User", current.user()).outsideBusinesses());
  }

  @Anyone("a person ends his own sessions")
  public void endOthers() {
    endOthers(current.user());
  }

  /** All but the one by which the running request came in, which may be nobody's. */
  @Anyone("called by use cases, which have judged their caller")
  public void endOthers(Long userId) {
    var ended =
        em.createQuery(
                "update UserSession s set s.endedAt = :now"
                    + " where s.userId = :user and s.endedAt is null and s.id <> :current")
            .setParameter("now", clock.instant())
            .setParameter("user", userId)
            .setParameter("current", current.getId() == null ? "" : current.getId())
            .executeUpdate();
    if (ended > 0) {
      deeds.fire(new Deed("user.end-sessions", "User", userId).outsideBusinesses());
    }
  }

  /** The logged-in person has just set up a second step, and taken it. */
  @Anyone("called by use cases, which have seen the second step")
  public void takeSecondStep() {
    em.find(UserSession.class, current.getId()).takeSecondStep();
  }

  /** The person who is logged in. */
  @Anyone("a person sees himself")
  public User person() {
    return em.find(User.class, current.user());
  }
}
