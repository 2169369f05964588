package org.tradehall.identity.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.shared.service.Sealing;

/**
 * Marks on devices on which a person has logged in. A mark is no login: it only has wrong passwords
 * that come from elsewhere not count here.
 */
@ApplicationScoped
public class KnownDevices {

  /** How long a device is known. */
  public static final Duration KNOWN_FOR = Duration.ofDays(180);

  private static final String PURPOSE = "known-device";

  @Inject Sealing sealing;
  @Inject Clock clock;

  /** Name of the mark of an account; tells nothing of it. */
  public String name(String email) {
    return "known_" + Token.hash(User.canonical(email)).substring(0, 16);
  }

  public String mark(String email) {
    var text = Token.random() + "." + clock.instant().getEpochSecond();
    return text + "." + sealing.sign(PURPOSE, User.canonical(email) + "\n" + text);
  }

  /**
   * @param mark null if the device has none
   * @return what distinguishes the device, if the account knows it
   */
  Optional<String> device(String email, String mark) {
    var parts = mark == null ? new String[0] : mark.split("\\.", 4);
    if (parts.length != 3 || !parts[1].matches("\\d{1,11}")) {
      return Optional.empty();
    }
    var text = parts[0] + "." + parts[1];
    var until = Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(KNOWN_FOR);
    return sealing.isSigned(PURPOSE, User.canonical(email) + "\n" + text, parts[2])
            && clock.instant().isBefore(until)
        ? Optional.of(text)
        : Optional.empty();
  }
}
