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

  /** What the app shows. */
  public String code() {
    return code(Duration.ZERO);
  }

  /**
   * What the app shows half a minute from now, for whoever has used its code already. Codes are
   * good for half a minute before and after their time, so this one is good for longer than {@link
   * #code()}. The one before would run out at once where the half minute ends meanwhile.
   */
  public String nextCode() {
    return code(Duration.ofSeconds(30));
  }

  private String code(Duration ahead) {
    try {
      var key = new SecretKeySpec(secret(), "HmacSHA1");
      var time = Clock.systemUTC().instant().plus(ahead);
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
