package org.tradehall.identity.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tradehall.identity.model.Passkey;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.Passkeys.Question;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Passkeys: made, named, used and given up. */
@Stateless
public class PasskeyService {

  private static final int MOST = 20;
  private static final int HANDLE_BYTES = 64;

  @Inject EntityManager em;
  @Inject SessionService sessions;
  @Inject Confirmation confirmation;
  @Inject SecondSteps steps;
  @Inject Passkeys passkeys;
  @Inject PasskeyStore store;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** The person's own, the oldest first. */
  @Anyone("a person sees his own")
  public List<Passkey> mine() {
    return em.createQuery(
            "select p from Passkey p where p.userId = :user order by p.createdAt, p.id",
            Passkey.class)
        .setParameter("user", sessions.person().getId())
        .getResultList();
  }

  @Anyone("a person sees his own")
  public Passkey get(Long id) {
    var key = em.find(Passkey.class, id);
    if (key == null || !key.getUserId().equals(sessions.person().getId())) {
      throw new NotFoundException("identity.no-such-passkey");
    }
    return key;
  }

  /** Begins to make one; takes the password. */
  @Anyone("a person makes his own")
  public Question begin(@Valid NewPasskey wish) {
    var user = sessions.person();
    confirmation.password("password", user, wish.password());
    steps.mayChange(user.getId());
    if (mine().size() >= MOST) {
      throw new RefusedException("identity.too-many-passkeys", MOST);
    }
    return passkeys.make(
        UserIdentity.builder()
            .name(user.getEmail())
            .displayName(user.getName())
            .id(handle(user))
            .build());
  }

  private ByteArray handle(User user) {
    return store
        .getUserHandleForUsername(user.getEmail())
        .orElseGet(
            () -> {
              var random = new byte[HANDLE_BYTES];
              new SecureRandom().nextBytes(random);
              return new ByteArray(random);
            });
  }

  /**
   * Keeps what the device has made.
   *
   * @param kept of the question
   */
  @Anyone("a person makes his own")
  public void add(String kept, String name, String answer) {
    var user = sessions.person();
    var asked = asked(kept);
    if (!asked.getUser().getName().equals(user.getEmail())) {
      throw Passkeys.refused();
    }
    var made = passkeys.made(asked, answer);
    steps.add(user.getId());
    em.persist(
        new Passkey(user.getId(), asked.getUser().getId().getBase64Url(), name, clock.instant())
            .madeOf(
                made.getKeyId().getId().getBase64Url(),
                made.getPublicKeyCose().getBytes(),
                made.getSignatureCount()));
    tell(user, "identity.passkeyAdded", name);
    deeds.fire(new Deed("user.add-passkey", "User", user.getId()).outsideBusinesses());
  }

  private static PublicKeyCredentialCreationOptions asked(String kept) {
    try {
      return PublicKeyCredentialCreationOptions.fromJson(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question could not be read", e);
    }
  }

  @Anyone("a person names his own")
  public void rename(Long id, @Valid PasskeyName name) {
    get(id).rename(name.name());
    deeds.fire(
        new Deed("user.rename-passkey", "User", sessions.person().getId()).outsideBusinesses());
  }

  /** Nobody logs in with it any more; takes the password. */
  @Anyone("a person gives up his own")
  public void remove(Long id, String password) {
    var user = sessions.person();
    confirmation.password("password", user, password);
    steps.mayChange(user.getId());
    var key = get(id);
    em.remove(key);
    tell(user, "identity.passkeyRemoved", key.getName());
    deeds.fire(new Deed("user.remove-passkey", "User", user.getId()).outsideBusinesses());
  }

  private void tell(User user, String template, String name) {
    mails.send(
        new Mail(
            user.getEmail(),
            Locale.forLanguageTag(user.getLocale()),
            template,
            List.of(user.getName(), name),
            "/forgot"));
  }

  /** Asks whoever wants to log in for a passkey. */
  @Anyone("logging in is open")
  public Question ask() {
    return passkeys.show();
  }

  /**
   * Whose passkey a device has shown; empty if it is nobody's, or shows that it was copied.
   *
   * @param kept of the question
   */
  @Anyone("the passkey is what is being verified")
  public Optional<Long> accept(String kept, String answer) {
    try {
      return used(passkeys.shown(kept, answer));
    } catch (InvalidSignatureCountException e) {
      store.find(e.getCredentialId()).forEach(this::copied);
      return Optional.empty();
    } catch (AssertionFailedException | IOException | IllegalArgumentException e) {
      deeds.fire(new Deed("user.login-failed", "User", null).outsideBusinesses());
      return Optional.empty();
    }
  }

  private Optional<Long> used(AssertionResult shown) {
    var key = store.find(shown.getCredential().getCredentialId()).findFirst().orElseThrow();
    var user = em.find(User.class, key.getUserId());
    if (!user.isActive()) {
      deeds.fire(new Deed("user.login-failed", "User", user.getId()).outsideBusinesses());
      return Optional.empty();
    }
    // Of two who show the same count at the same moment one comes second.
    boolean counted =
        em.createQuery(
                    "update Passkey p set p.signatureCount = :count, p.lastUsedAt = :now"
                        + " where p.id = :id and (p.signatureCount < :count"
                        + " or :count = 0 and p.signatureCount = 0)")
                .setParameter("count", shown.getSignatureCount())
                .setParameter("now", clock.instant())
                .setParameter("id", key.getId())
                .executeUpdate()
            == 1;
    if (!counted) {
      copied(key);
      return Optional.empty();
    }
    return Optional.of(user.getId());
  }

  /** A device never counts backwards: another one has the same key. */
  private void copied(Passkey key) {
    deeds.fire(new Deed("user.passkey-copied", "User", key.getUserId()).outsideBusinesses());
  }
}
