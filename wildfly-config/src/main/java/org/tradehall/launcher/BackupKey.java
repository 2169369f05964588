package org.tradehall.launcher;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the key that backups are encrypted and opened with: an identity of the age format
 * (age-encryption.org/v1), so that the {@code age} program opens them, too.
 */
public final class BackupKey {

  private BackupKey() {}

  /** A new one, as text. */
  public static String make() {
    try {
      var pair = new X25519KeyPairGenerator().generateKeyPair();
      return new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform of today has X25519", e);
    }
  }

  /** For administrators: prints a new one. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println(make());
  }
}
