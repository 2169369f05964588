package org.tradehall.identity.service;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tradehall.identity.model.Passkey;

/** What is known of passkeys, for their check. People are called there by their e-mail address. */
@ApplicationScoped
public class PasskeyStore implements CredentialRepository {

  @Inject EntityManager em;

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String email) {
    return em.createQuery(
            "select p from Passkey p join User u on u.id = p.userId where u.email = :email",
            Passkey.class)
        .setParameter("email", email)
        .getResultStream()
        .map(key -> PublicKeyCredentialDescriptor.builder().id(bytes(key.getCredential())).build())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String email) {
    return em.createQuery(
            "select p.userHandle from Passkey p join User u on u.id = p.userId"
                + " where u.email = :email",
            String.class)
        .setParameter("email", email)
        .setMaxResults(1)
        .getResultStream()
        .map(PasskeyStore::bytes)
        .findFirst();
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray handle) {
    return em.createQuery(
            "select u.email from Passkey p join User u on u.id = p.userId"
                + " where p.userHandle = :handle",
            String.class)
        .setParameter("handle", handle.getBase64Url())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray id, ByteArray handle) {
    return find(id)
        .filter(key -> key.getUserHandle().equals(handle.getBase64Url()))
        .map(PasskeyStore::registered)
        .findFirst();
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray id) {
    return find(id).map(PasskeyStore::registered).collect(Collectors.toSet());
  }

  /** None or one. */
  Stream<Passkey> find(ByteArray id) {
    return em.createQuery("select p from Passkey p where p.credential = :id", Passkey.class)
        .setParameter("id", id.getBase64Url())
        .getResultStream();
  }

  private static RegisteredCredential registered(Passkey key) {
    return RegisteredCredential.builder()
        .credentialId(bytes(key.getCredential()))
        .userHandle(bytes(key.getUserHandle()))
        .publicKeyCose(new ByteArray(key.getPublicKey()))
        .signatureCount(key.getSignatureCount())
        .build();
  }

  static ByteArray bytes(String base64) {
    try {
      return ByteArray.fromBase64Url(base64);
    } catch (Base64UrlException e) {
      throw new IllegalStateException("Not kept as it was written", e);
    }
  }
}
