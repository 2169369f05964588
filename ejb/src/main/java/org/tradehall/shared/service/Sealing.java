package org.tradehall.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that the application must read again, and signs what it hands out, with keys that
 * are made from the installation's one secret ({@code TRADEHALL_SECRET_KEY}), which is not in the
 * database: whoever has a copy of that has none of these.
 */
@ApplicationScoped
public class Sealing {

  private static final int SHORTEST_SECRET = 24;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  /**
   * Encrypts and authenticates (AES-256-GCM).
   *
   * @param purpose what it is and whose; what is sealed for one purpose opens for no other
   */
  public byte[] seal(String purpose, byte[] open) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(open);
      var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be sealed", e);
    }
  }

  /**
   * @throws IllegalStateException if it was not sealed for that purpose with this secret
   */
  public byte[] open(String purpose, byte[] sealed) {
    try {
      var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, purpose, nonce)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be opened", e);
    }
  }

  private static Cipher cipher(int mode, String purpose, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(mac(secret(), "seal"), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Proves later that a text was signed here for that purpose; in hexadecimal. */
  public String sign(String purpose, String text) {
    try {
      var key = mac(secret(), "sign");
      return HexFormat.of().formatHex(mac(key, purpose + "\n" + text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A text could not be signed", e);
    }
  }

  public boolean isSigned(String purpose, String text, String signature) {
    return MessageDigest.isEqual(
        sign(purpose, text).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] secret() {
    var secret = System.getenv("TRADEHALL_SECRET_KEY");
    if (secret == null || secret.strip().length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "TRADEHALL_SECRET_KEY must be set, to at least " + SHORTEST_SECRET + " characters");
    }
    return secret.strip().getBytes(StandardCharsets.UTF_8);
  }
}
