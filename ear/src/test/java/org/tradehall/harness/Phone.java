package org.tradehall.harness;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A phone with an app that shows the codes of the two-step login. */
public final class Phone {

  private final String secret;

  /**
   * @param secret as the page shows it
   */
  public Phone(String secret) {
    this.secret = secret.replace(" ", "");
  }

  /** What the app shows {@code steps} half minutes from now. */
  public String code(int steps) {
    try {
      var key = new SecretKeySpec(secret(), "HmacSHA1");
      var time = Clock.systemUTC().instant().plus(Duration.ofSeconds(30L * steps));
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(key, time, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] secret() {
    return new Base32().decode(secret);
  }
}
