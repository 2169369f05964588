package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.tradehall.identity.model.RecoveryCode;
import org.tradehall.identity.model.SecondFactor;
import org.tradehall.identity.model.User;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Sealing;

/** The second step of a login: set up, used, and given up. */
@Stateless
public class TwoStepService {

  private static final int RECOVERY_CODES = 10;

  /** Of base 32, so 120 random bits: whoever steals the hashes finds none of them by trying. */
  private static final int RECOVERY_CODE_LENGTH = 24;

  private static final String GROUPS_OF_SIX = "(.{6})(?=.)";

  @Inject EntityManager em;
  @Inject SessionService sessions;
  @Inject Confirmation confirmation;
  @Inject SecondSteps steps;
  @Inject Sealing sealing;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * What a phone needs to know.
   *
   * @param secret in base 32, for those who type it
   * @param uri the same for those who scan it
   */
  public record Offer(String secret, String uri) {

    @Override
    public String toString() {
      return "Offer";
    }
  }

  @Anyone("a person sees whether his own is on")
  public boolean isOn() {
    return isOn(sessions.person().getId());
  }

  /** Whether the caller has anything, a passkey say, to log in with beside the password. */
  @Anyone("a person sees whether he has one")
  public boolean isPossible() {
    return steps.hasOne(sessions.person().getId());
  }

  @Anyone("called by the login, once the password was right")
  public boolean isOn(Long userId) {
    var factor = em.find(SecondFactor.class, userId);
    return factor != null && factor.isOn();
  }

  /** Offers a secret; until it is confirmed, the same one again. */
  @Anyone("a person sets up his own")
  public Offer offer() {
    var user = sessions.person();
    var factor = em.find(SecondFactor.class, user.getId());
    if (factor != null && factor.isOn()) {
      throw new RefusedException("identity.two-step-is-on");
    }
    if (factor == null) {
      var sealed = sealing.seal(purpose(user), OneTimeCodes.newSecret());
      factor = new SecondFactor(user.getId(), sealed, clock.instant());
      em.persist(factor);
    }
    var secret = new Base32().encodeToString(open(user, factor));
    var label = URLEncoder.encode("Tradehall:" + user.getEmail(), StandardCharsets.UTF_8);
    return new Offer(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Tradehall");
  }

  private static String purpose(User user) {
    return "second-factor:" + user.getId();
  }

  private byte[] open(User user, SecondFactor factor) {
    return sealing.open(purpose(user), factor.getSecret());
  }

  /**
   * Turns it on with a code from the phone; the person's other sessions end.
   *
   * @return the recovery codes, to be shown this once
   */
  @Anyone("a person sets up his own")
  public List<String> turnOn(String password, String code) {
    var user = sessions.person();
    confirmation.password("password", user, password);
    var factor = em.find(SecondFactor.class, user.getId());
    if (factor == null || factor.isOn()) {
      throw new RefusedException("identity.two-step-is-on");
    }
    var step = step(user, factor, code);
    if (step.isEmpty() || !isFirst(user, step.getAsLong())) {
      throw new InvalidException(Violation.at("code", "identity.code-wrong"));
    }
    steps.add(user.getId());
    factor.confirm(clock.instant());
    sessions.endOthers(user.getId());
    tell(user, "identity.factorOn", "user.two-step-on");
    return newCodes(user);
  }

  /** Turns it off; takes the password. */
  @Anyone("a person gives up his own")
  public void turnOff(String password) {
    var user = sessions.person();
    confirmation.password("password", user, password);
    steps.mayChange(user.getId());
    var factor = em.find(SecondFactor.class, user.getId());
    if (factor != null) {
      em.remove(factor);
      forgetCodes(user);
      tell(user, "identity.factorOff", "user.two-step-off");
    }
  }

  /**
   * Makes the old ones worthless.
   *
   * @return the recovery codes, to be shown this once
   */
  @Anyone("a person renews his own")
  public List<String> renewCodes(String password) {
    var user = sessions.person();
    confirmation.password("password", user, password);
    steps.mayChange(user.getId());
    if (!isOn(user.getId())) {
      throw new RefusedException("identity.two-step-is-off");
    }
    deeds.fire(new Deed("user.renew-codes", "User", user.getId()).outsideBusinesses());
    return newCodes(user);
  }

  private List<String> newCodes(User user) {
    forgetCodes(user);
    var codes = IntStream.range(0, RECOVERY_CODES).mapToObj(i -> newCode()).toList();
    codes.forEach(code -> em.persist(new RecoveryCode(hash(user, code), user.getId())));
    return codes;
  }

  private void forgetCodes(User user) {
    var forgotten =
        em.createQuery("delete from RecoveryCode c where c.userId = :user")
            .setParameter("user", user.getId())
            .executeUpdate();
    if (forgotten > RECOVERY_CODES) {
      throw new IllegalStateException("More recovery codes than were made");
    }
  }

  private static String newCode() {
    return new Base32()
        .encodeToString(OneTimeCodes.newSecret())
        .substring(0, RECOVERY_CODE_LENGTH)
        .toLowerCase(Locale.ROOT)
        .replaceAll(GROUPS_OF_SIX, "$1-");
  }

  private static String hash(User user, String code) {
    return Token.hash(
        user.getId() + ":" + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
  }

  private void tell(User user, String template, String action) {
    mails.send(
        new Mail(
            user.getEmail(),
            Locale.forLanguageTag(user.getLocale()),
            template,
            List.of(user.getName()),
            "/forgot"));
    deeds.fire(new Deed(action, "User", user.getId()).by(user.getId()).outsideBusinesses());
  }

  /** Whether a code from the phone, or a recovery code, is right and was not used before. */
  @Anyone("the code is what is being verified")
  public boolean accepts(Long userId, String code) {
    var user = em.find(User.class, userId);
    var factor = em.find(SecondFactor.class, userId);
    if (user == null || !user.isActive() || factor == null || !factor.isOn() || code == null) {
      return false;
    }
    var step = step(user, factor, code);
    if (step.isEmpty()) {
      return useRecovery(user, code);
    }
    boolean first = isFirst(user, step.getAsLong());
    if (!first) {
      tell(user, "identity.codeReused", "user.code-reused");
    }
    return first;
  }

  private OptionalLong step(User user, SecondFactor factor, String code) {
    var digits = code == null ? "" : code.replaceAll("\\s", "");
    return OneTimeCodes.step(open(user, factor), digits, clock.instant());
  }

  /** Of two who show the same code at the same moment one comes second. */
  private boolean isFirst(User user, long step) {
    return em.createQuery(
                "update SecondFactor f set f.lastStep = :step"
                    + " where f.userId = :user and f.lastStep < :step")
            .setParameter("step", step)
            .setParameter("user", user.getId())
            .executeUpdate()
        == 1;
  }

  private boolean useRecovery(User user, String code) {
    boolean used =
        em.createQuery(
                    "update RecoveryCode c set c.usedAt = :now"
                        + " where c.hash = :hash and c.userId = :user and c.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("hash", hash(user, code))
                .setParameter("user", user.getId())
                .executeUpdate()
            == 1;
    if (used) {
      deeds.fire(
          new Deed("user.use-code", "User", user.getId()).by(user.getId()).outsideBusinesses());
    }
    return used;
  }
}
