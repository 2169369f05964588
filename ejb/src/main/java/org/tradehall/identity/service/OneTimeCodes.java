package org.tradehall.identity.service;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds (TOTP, RFC 6238), as all phone apps know them.
 */
final class OneTimeCodes {

  /** 160 bits, the length of the hash. */
  private static final int SECRET_BYTES = 20;

  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();

  private OneTimeCodes() {}

  static byte[] newSecret() {
    var secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /**
   * The number of the 30 seconds to which a code belongs: of those now, just before and just after,
   * for clocks differ; empty if it belongs to none of them.
   */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    var length = GENERATOR.getTimeStep().toSeconds();
    var current = now.getEpochSecond() / length;
    return LongStream.of(current, current - 1, current + 1)
        .filter(step -> at(secret, Instant.ofEpochSecond(step * length)).equals(code))
        .findFirst();
  }

  static String at(byte[] secret, Instant time) {
    try {
      var key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
      return GENERATOR.generateOneTimePasswordString(key, time, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A code could not be computed", e);
    }
  }
}
