package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import org.tradehall.identity.model.AdminProfile;
import org.tradehall.identity.model.User;
import org.tradehall.identity.model.UserToken.Purpose;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Signing up and logging in. Knows users only, not businesses. */
@Stateless
public class UserService {

  @Inject EntityManager em;
  @Inject Passwords passwords;
  @Inject Event<SigningUp> signingUp;
  @Inject PasswordRules rules;
  @Inject PasswordService links;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Who logged in.
   *
   * @param admin whether the person belongs to the platform staff
   * @param heldBack whether he does, but nothing of theirs is open to him until he has taken a
   *     second step
   */
  public record Login(Long userId, boolean admin, boolean heldBack) {}

  @Anyone("signing up is open")
  public User signUp(@Valid SignUp request) {
    signingUp.fire(new SigningUp(request.email(), request.invitation(), isProved(request)));
    rules.check("password", request.password(), request.email(), request.name());
    var hash = passwords.hash(request.password());
    var user = new User(User.canonical(request.email()), request.name(), hash, clock.instant());
    em.persist(user);
    em.flush();
    deeds.fire(new Deed("user.sign-up", "User", user.getId()).by(user.getId()).outsideBusinesses());
    return user;
  }

  /** Uses the link up, if there is one. */
  private boolean isProved(SignUp request) {
    return request.token() != null
        && links
            .use(Purpose.SIGN_UP, request.token())
            .getEmail()
            .equals(User.canonical(request.email()));
  }

  /** Empty if there is no such active user or the password is wrong; which of them is not told. */
  @Anyone("logging in is open")
  public Optional<Login> authenticate(String email, String password) {
    var found =
        em.createQuery("select u from User u where u.email = :email", User.class)
            .setParameter("email", User.canonical(email))
            .getResultStream()
            .findFirst();
    boolean right =
        found.isPresent()
            ? passwords.verify(password, found.get().getPasswordHash())
            : passwords.verifyNobody(password);
    if (!right || !found.get().isActive()) {
      var known = found.map(User::getId).orElse(null);
      deeds.fire(new Deed("user.login-failed", "User", known).outsideBusinesses());
      return Optional.empty();
    }
    var user = found.get();
    if (passwords.isOutdated(user.getPasswordHash())) {
      user.rehash(passwords.hash(password));
    }
    boolean admin = em.find(AdminProfile.class, user.getId()) != null;
    return Optional.of(new Login(user.getId(), admin, false));
  }

  /**
   * Chooses how pages speak to a person.
   *
   * @see User#prefer
   */
  @Anyone("asked for the logged-in person's own id")
  public void prefer(Long userId, @Valid Preferences wanted) {
    em.find(User.class, userId).prefer(wanted.language(), wanted.region());
  }

  /** Null if the user is gone or deactivated. */
  @Anyone("asked for the logged-in person's own id")
  public User find(Long userId) {
    var user = em.find(User.class, userId);
    return user != null && user.isActive() ? user : null;
  }
}
