package org.tradehall.identity.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.LoginAttempt.Outcome;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Origin;

/** Judges whether somebody may log in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginService {

  @Inject Attempts attempts;
  @Inject KnownDevices devices;
  @Inject UserService users;
  @Inject TwoStepService twoSteps;
  @Inject PasskeyService passkeys;
  @Inject Origin origin;

  /**
   * The first step. What it answers and how long it takes tell nothing about who has an account.
   *
   * @param deviceMark of this account on the device; null if there is none
   */
  @Anyone("logging in is open")
  public LoginAttempt password(String email, String password, String deviceMark) {
    var device = devices.device(email, deviceMark);
    var wait = wait(email, device);
    if (wait.isPresent()) {
      return LoginAttempt.tooEarly(wait.get());
    }
    var login = users.authenticate(email, password);
    if (login.isEmpty()) {
      return LoginAttempt.wrong();
    }
    device.ifPresentOrElse(
        known -> attempts.succeeded(Attempts.Kind.DEVICE, known),
        () -> {
          attempts.takeBack(Attempts.Kind.ADDRESS, origin.getAddress());
          attempts.succeeded(Attempts.Kind.ACCOUNT, User.canonical(email));
        });
    var userId = login.get().userId();
    return LoginAttempt.of(twoSteps.isOn(userId) ? Outcome.SECOND_STEP : Outcome.RIGHT, userId);
  }

  /**
   * The second step of somebody whose password was right a moment ago.
   *
   * @param code from the phone, or a recovery code
   */
  @Anyone("the code is what is being verified")
  public LoginAttempt code(Long userId, String code) {
    var subject = "code:" + userId;
    var wait = attempts.count(Attempts.Kind.CONFIRMATION, subject);
    if (wait.isPresent()) {
      return LoginAttempt.tooEarly(wait.get());
    }
    if (!twoSteps.accepts(userId, code)) {
      return LoginAttempt.wrong();
    }
    attempts.succeeded(Attempts.Kind.CONFIRMATION, subject);
    return LoginAttempt.of(Outcome.RIGHT, userId);
  }

  /**
   * Both steps at once: the device has asked who uses it.
   *
   * @param kept of the question that it answers
   */
  @Anyone("the passkey is what is being verified")
  public LoginAttempt passkey(String kept, String answer) {
    var wait = attempts.count(Attempts.Kind.ADDRESS, origin.getAddress());
    if (wait.isPresent()) {
      return LoginAttempt.tooEarly(wait.get());
    }
    var user = passkeys.accept(kept, answer);
    if (user.isEmpty()) {
      return LoginAttempt.wrong();
    }
    attempts.takeBack(Attempts.Kind.ADDRESS, origin.getAddress());
    return LoginAttempt.of(Outcome.RIGHT, user.get());
  }

  private Optional<Duration> wait(String email, Optional<String> device) {
    if (device.isPresent()) {
      return attempts.count(Attempts.Kind.DEVICE, device.get());
    }
    return attempts
        .count(Attempts.Kind.ADDRESS, origin.getAddress())
        .or(() -> attempts.count(Attempts.Kind.ACCOUNT, User.canonical(email)));
  }
}
