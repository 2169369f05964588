package org.tradehall.backup.service;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored, in the format of age (age-encryption.org/v1): whoever has the key opens
 * it also without Tradehall, by {@code age -d -i key.txt}. A changed byte is noticed.
 */
@ApplicationScoped
public class BackupCipher {

  /** An identity of age, {@code AGE-SECRET-KEY-1…}; a dash where none is set. */
  @Resource(lookup = "java:global/tradehall/backup-key")
  String key;

  /**
   * @throws OperationFailed when this installation has no key
   */
  void requireKey() {
    if ("-".equals(key)) {
      throw new OperationFailed(
          "There is no key for backups: make one with bin/backup-key.sh and set TRADEHALL_BACKUP_KEY");
    }
  }

  /** To be closed, for the last part is written then; closes what it writes to. */
  OutputStream encrypt(OutputStream out) throws IOException {
    requireKey();
    try {
      var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient());
      return Channels.newOutputStream(
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(Channels.newChannel(out), List.of(writer)));
    } catch (GeneralSecurityException e) {
      throw wrongKey(e);
    }
  }

  /** What was encrypted; reading fails at the first changed byte, and at a cut-off end. */
  InputStream decrypt(InputStream in) throws IOException {
    requireKey();
    try {
      var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key);
      return Channels.newInputStream(
          new StandardDecryptingChannelFactory()
              .newDecryptingChannel(Channels.newChannel(in), List.of(reader)));
    } catch (GeneralSecurityException e) {
      throw wrongKey(e);
    }
  }

  private String recipient() throws GeneralSecurityException {
    var secret = new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "X25519");
    return new X25519KeyFactory().translateKey(secret).toString();
  }

  private static OperationFailed wrongKey(GeneralSecurityException e) {
    return new OperationFailed("The key for backups does not fit: " + e.getMessage(), e);
  }
}
