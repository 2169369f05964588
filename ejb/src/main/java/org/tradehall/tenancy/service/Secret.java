package org.tradehall.tenancy.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a key or a link carries: {@code <prefix>_<business>_<256 random bits>}. It names its
 * business, so that it is looked up inside that business. Only the SHA-256 is kept: against 256
 * random bits a slow hash would add nothing.
 *
 * @param text the whole, to be shown once
 */
record Secret(String text) {

  private static final Pattern FORM = Pattern.compile("[a-z]+_(\\d{1,18})_[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret random(String prefix, Long businessId) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    var random = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Secret(prefix + "_" + businessId + "_" + random);
  }

  /** Empty if the text has not the form of a secret. Nothing is verified by this. */
  static Optional<Long> businessOf(String prefix, String text) {
    var matcher = FORM.matcher(text == null ? "" : text);
    return text != null && text.startsWith(prefix + "_") && matcher.matches()
        ? Optional.of(Long.valueOf(matcher.group(1)))
        : Optional.empty();
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
