package org.tradehall.identity.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashing of passwords: PBKDF2-HMAC-SHA512 with a salt per password (OWASP, 2023: 210,000). */
@ApplicationScoped
public class Passwords {

  private static final int ITERATIONS = 210_000;

  @Inject Pbkdf2PasswordHash pbkdf2;

  /** Verified against when there is no such user, so that both cases take the same time. */
  private String nobody;

  @PostConstruct
  void initialize() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", Integer.toString(ITERATIONS),
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    nobody = hash("no user has this password");
  }

  public String hash(String password) {
    return pbkdf2.generate(password.toCharArray());
  }

  public boolean verify(String password, String hash) {
    return pbkdf2.verify(password.toCharArray(), hash);
  }

  /** Takes as long as a real verification, and fails. */
  public boolean verifyNobody(String password) {
    verify(password, nobody);
    return false;
  }

  /** Whether a stored hash was made with weaker parameters than today's. */
  public boolean isOutdated(String hash) {
    var parts = hash.split(":", 3);
    return parts.length < 3
        || !parts[0].equals("PBKDF2WithHmacSHA512")
        || Integer.parseInt(parts[1]) < ITERATIONS;
  }
}
